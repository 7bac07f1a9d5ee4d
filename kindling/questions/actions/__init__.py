"""The only writes of questions, answers, attachments and pulses."""

from kindling.questions.actions.answering import answer_questions
from kindling.questions.actions.attaching import attach_file, withdraw_attachment
from kindling.questions.actions.packs import (
    add_question,
    change_pack,
    change_question,
    end_pack,
    make_pack,
    publish_pack,
    retire_question,
)
from kindling.questions.actions.pulsing import close_round, give_pulse, open_pulse, open_pulses

__all__ = [
    "add_question",
    "answer_questions",
    "attach_file",
    "change_pack",
    "change_question",
    "close_round",
    "end_pack",
    "give_pulse",
    "make_pack",
    "open_pulse",
    "open_pulses",
    "publish_pack",
    "retire_question",
    "withdraw_attachment",
]
