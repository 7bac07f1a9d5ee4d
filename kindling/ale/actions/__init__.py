"""Switch it on, say who learns so, note contact, review each month."""

from kindling.ale.actions.choosing import add_places, change_place, choose_ale, end_place
from kindling.ale.actions.noting import note_audit, note_contact, take_back_contact
from kindling.ale.actions.reviewing import say_word, write_review

__all__ = [
    "add_places",
    "change_place",
    "choose_ale",
    "end_place",
    "note_audit",
    "note_contact",
    "say_word",
    "take_back_contact",
    "write_review",
]
