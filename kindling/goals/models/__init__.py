"""What is learned for, in versions: frameworks, scales, rubrics; and a student's own goals."""

from kindling.goals.models.frameworks import Association, Framework, Goal, Progression
from kindling.goals.models.imports import CaseFile, CaseImport
from kindling.goals.models.own import EarlierGoal, OwnGoal
from kindling.goals.models.rubrics import Criterion, Descriptor, Rubric
from kindling.goals.models.scales import Level, Scale
from kindling.goals.models.settings import GoalSettings

__all__ = [
    "Association", "CaseFile", "CaseImport", "Criterion", "Descriptor", "EarlierGoal", "Framework",
    "Goal", "GoalSettings", "Level", "OwnGoal", "Progression", "Rubric", "Scale",
]  # fmt: skip
