"""Everything that writes here."""

from kindling.families.actions.after import say_after, take_back_word, write_down
from kindling.families.actions.choosing import choose_for_families
from kindling.families.actions.offering import answer_offer, offer_help, take_back_offer
from kindling.families.actions.opening import open_door
from kindling.families.actions.printing import make_sheets
from kindling.families.actions.sending import send_letter, send_letters, send_weekly_letters
from kindling.families.actions.translating import fill_what_waits
from kindling.families.actions.wishing import answer_wish, book_wish, wish_meeting
from kindling.families.actions.words import write_words
from kindling.families.actions.writing import write_back

__all__ = [
    "answer_offer",
    "answer_wish",
    "book_wish",
    "choose_for_families",
    "fill_what_waits",
    "make_sheets",
    "offer_help",
    "open_door",
    "say_after",
    "send_letter",
    "send_letters",
    "send_weekly_letters",
    "take_back_offer",
    "take_back_word",
    "wish_meeting",
    "write_back",
    "write_down",
    "write_words",
]
