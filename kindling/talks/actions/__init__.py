"""The only writes about talks and private notes."""

from kindling.talks.actions.choosing import (
    choose_rhythm,
    choose_talks,
    end_note_reader,
    name_note_reader,
)
from kindling.talks.actions.holding import close_talk, hold_talk, start_talk
from kindling.talks.actions.keeping import Said, keep_promise, promise
from kindling.talks.actions.noting import correct_note, open_notes, write_note
from kindling.talks.actions.preparing import mark_between_us, next_talk, write_field

__all__ = [
    "Said",
    "choose_rhythm",
    "choose_talks",
    "close_talk",
    "correct_note",
    "end_note_reader",
    "hold_talk",
    "keep_promise",
    "mark_between_us",
    "name_note_reader",
    "next_talk",
    "open_notes",
    "promise",
    "start_talk",
    "write_field",
    "write_note",
]
