"""Book meetings, ask people to come, write in them, and keep what was promised."""

from kindling.meetings.actions.answering import answer_meeting, ask_also, take_off
from kindling.meetings.actions.booking import (
    book_meeting,
    cancel_meeting,
    hold_meeting,
    move_meeting,
    settle_interpreter,
)
from kindling.meetings.actions.choosing import choose_agenda, choose_leading
from kindling.meetings.actions.promising import (
    change_commitment,
    drop_commitment,
    keep_commitment,
    make_commitment,
    reopen_commitment,
)
from kindling.meetings.actions.reminding import remind_of, remind_of_meetings
from kindling.meetings.actions.writing import write_meeting

__all__ = [
    "answer_meeting",
    "ask_also",
    "book_meeting",
    "cancel_meeting",
    "change_commitment",
    "choose_agenda",
    "choose_leading",
    "drop_commitment",
    "hold_meeting",
    "keep_commitment",
    "make_commitment",
    "move_meeting",
    "remind_of",
    "remind_of_meetings",
    "reopen_commitment",
    "settle_interpreter",
    "take_off",
    "write_meeting",
]
