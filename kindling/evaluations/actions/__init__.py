from kindling.evaluations.actions.asking import (
    call_off_evaluation,
    open_evaluation,
    open_evaluations,
    open_evaluations_of,
    remind_mentors,
    send_link,
)
from kindling.evaluations.actions.choosing import choose_days
from kindling.evaluations.actions.talking import (
    comment_evaluation,
    count_evaluation,
    discuss_evaluation,
)
from kindling.evaluations.actions.writing import (
    Answers,
    submit_evaluation,
    write_answers,
    write_text,
)

__all__ = [
    "Answers",
    "call_off_evaluation",
    "choose_days",
    "comment_evaluation",
    "count_evaluation",
    "discuss_evaluation",
    "open_evaluation",
    "open_evaluations",
    "open_evaluations_of",
    "remind_mentors",
    "send_link",
    "submit_evaluation",
    "write_answers",
    "write_text",
]
