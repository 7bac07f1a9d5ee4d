"""The only writes about journals."""

from kindling.journals.actions.answering import mark_read, reply_to, see_answers
from kindling.journals.actions.asking import end_request, open_request, request_journal
from kindling.journals.actions.choosing import choose_journals
from kindling.journals.actions.handing import hand_on
from kindling.journals.actions.sharing import pass_on, share_entry, take_back
from kindling.journals.actions.tagging import tie_entry
from kindling.journals.actions.writing import change_entry, write_entry

__all__ = [
    "change_entry",
    "choose_journals",
    "end_request",
    "hand_on",
    "mark_read",
    "open_request",
    "pass_on",
    "reply_to",
    "request_journal",
    "see_answers",
    "share_entry",
    "take_back",
    "tie_entry",
    "write_entry",
]
