"""What people fill in on the way to an internship."""

from kindling.placements.forms.policy import LimitForm, PolicyForm
from kindling.placements.forms.steps import (
    AttemptForm,
    EndForm,
    ExtendForm,
    GoalsForm,
    NoteForm,
    ReasonForm,
    TakeBackForm,
    UntilForm,
    WhyForm,
    works,
)
from kindling.placements.forms.week import RescheduleForm, StartForm, WeekForm

__all__ = [
    "AttemptForm",
    "EndForm",
    "ExtendForm",
    "GoalsForm",
    "LimitForm",
    "NoteForm",
    "PolicyForm",
    "ReasonForm",
    "RescheduleForm",
    "StartForm",
    "TakeBackForm",
    "UntilForm",
    "WeekForm",
    "WhyForm",
    "works",
]
