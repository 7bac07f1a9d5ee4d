"""Ask, answer, take back, write the words."""

from kindling.consents.actions.answering import (
    OtherWords,
    agree_for_school,
    answer_consent,
    miss_words,
    write_down_answer,
)
from kindling.consents.actions.asking import ask_families
from kindling.consents.actions.ending import expire_consents
from kindling.consents.actions.wording import (
    allow_draft,
    review_text,
    use_purpose,
    write_text,
)

__all__ = [
    "OtherWords",
    "agree_for_school",
    "allow_draft",
    "answer_consent",
    "ask_families",
    "expire_consents",
    "miss_words",
    "review_text",
    "use_purpose",
    "write_down_answer",
    "write_text",
]
