"""What people fill in about exhibitions. Forms check, actions write."""

from kindling.exhibitions.forms.days import DateForm, ReasonForm
from kindling.exhibitions.forms.kinds import KindForm, ProgrammeForm
from kindling.exhibitions.forms.panel import (
    AnswerForm,
    GuestForm,
    InterpreterForm,
    LeadForm,
    NameForm,
    RefuseForm,
)
from kindling.exhibitions.forms.preparing import (
    BeginForm,
    ChangesForm,
    FeedbackForm,
    PiecesForm,
    RehearsalForm,
    TicksForm,
    TitleForm,
)

__all__ = [
    "AnswerForm", "BeginForm", "ChangesForm", "DateForm", "FeedbackForm", "GuestForm",
    "InterpreterForm", "KindForm", "LeadForm", "NameForm", "PiecesForm", "ProgrammeForm", "ReasonForm",
    "RefuseForm", "RehearsalForm", "TicksForm", "TitleForm",
]  # fmt: skip
