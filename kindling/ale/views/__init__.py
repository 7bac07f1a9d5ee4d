"""Pages of alternative learning."""

from kindling.ale.views.lists import add, audit, contact, mine, reviews, settings
from kindling.ale.views.student import change, end, note, review, student, take_back

__all__ = [
    "add",
    "audit",
    "change",
    "contact",
    "end",
    "mine",
    "note",
    "review",
    "reviews",
    "settings",
    "student",
    "take_back",
]
