"""Write a survey, tell families, open, answer, close."""

from kindling.surveys.actions.announcing import announce_survey
from kindling.surveys.actions.answering import answer_survey, decide_survey
from kindling.surveys.actions.opening import mind_surveys
from kindling.surveys.actions.writing import (
    add_question,
    change_survey,
    clear_question,
    drop_survey,
    remove_question,
    write_survey,
)

__all__ = [
    "add_question",
    "announce_survey",
    "answer_survey",
    "change_survey",
    "clear_question",
    "decide_survey",
    "drop_survey",
    "mind_surveys",
    "remove_question",
    "write_survey",
]
