"""What people say when they ask, and what staff say when they answer."""

from kindling.rights.forms.amendments import (
    AmendForm,
    AnswerForm,
    HearingForm,
    OutcomeForm,
    StatementForm,
)
from kindling.rights.forms.records import (
    AskForm,
    DecideForm,
    LetterForm,
    ProvideForm,
    RefuseForm,
    VerifyForm,
)

__all__ = [
    "AmendForm",
    "AnswerForm",
    "AskForm",
    "DecideForm",
    "HearingForm",
    "LetterForm",
    "OutcomeForm",
    "ProvideForm",
    "RefuseForm",
    "StatementForm",
    "VerifyForm",
]
