"""What people fill in on the way to an internship."""

from kindling.placements.forms.memories import HandOverForm, MemoryForm
from kindling.placements.forms.parting import AskToEndForm, TalkForm
from kindling.placements.forms.policy import LimitForm, PolicyForm
from kindling.placements.forms.steps import (
    AskForm,
    AttemptForm,
    DeclineForm,
    EndForm,
    ExtendForm,
    GoalsForm,
    NoteForm,
    ReasonForm,
    TakeBackForm,
    TieForm,
    UntilForm,
    WhyForm,
    works,
)
from kindling.placements.forms.week import RescheduleForm, StartForm, WeekForm

__all__ = [
    "AskForm",
    "AskToEndForm",
    "AttemptForm",
    "DeclineForm",
    "EndForm",
    "ExtendForm",
    "GoalsForm",
    "HandOverForm",
    "LimitForm",
    "MemoryForm",
    "NoteForm",
    "PolicyForm",
    "ReasonForm",
    "RescheduleForm",
    "StartForm",
    "TakeBackForm",
    "TalkForm",
    "TieForm",
    "UntilForm",
    "WeekForm",
    "WhyForm",
    "works",
]
