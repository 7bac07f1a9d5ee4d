"""What people fill in about meetings. Forms check, actions write."""

from kindling.meetings.forms.booking import (
    AnswerForm,
    AskForm,
    BookForm,
    InterpreterForm,
    MoveForm,
    OffForm,
    WhoForm,
)
from kindling.meetings.forms.keeping import AgendaForm, LeadForm, PromiseForm

__all__ = [
    "AgendaForm",
    "AnswerForm",
    "AskForm",
    "BookForm",
    "InterpreterForm",
    "LeadForm",
    "MoveForm",
    "OffForm",
    "PromiseForm",
    "WhoForm",
]
