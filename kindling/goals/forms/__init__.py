"""Forms of goals. They read and check; actions write."""

from kindling.goals.forms.frameworks import (
    FrameworkForm,
    GoalForm,
    LevelsForm,
    PublishForm,
    SettingsForm,
    TitleForm,
)
from kindling.goals.forms.own import OwnGoalForm
from kindling.goals.forms.packages import PackageForm
from kindling.goals.forms.rubrics import CriterionForm, RubricForm

__all__ = [
    "CriterionForm", "FrameworkForm", "GoalForm", "LevelsForm", "OwnGoalForm", "PackageForm",
    "PublishForm",
    "RubricForm", "SettingsForm", "TitleForm",
]  # fmt: skip
