"""Ask, check, decide, give; put right, hear, attach."""

from kindling.rights.actions.amending import (
    agree_to_amend,
    ask_amendment,
    ask_hearing,
    attach_words,
    decide_hearing,
    plan_hearing,
    refuse_to_amend,
    withdraw_amendment,
)
from kindling.rights.actions.asking import (
    ask_records,
    refuse_request,
    send_ask_link,
    withdraw_request,
    write_down_request,
)
from kindling.rights.actions.deciding import decide_items, list_items, split_item, verify_request
from kindling.rights.actions.providing import make_bundle, note_taking, provide_records, send_link
from kindling.rights.actions.reminding import remind, remind_of_requests
from kindling.rights.actions.taking import make_copy, write_copy

__all__ = [
    "agree_to_amend",
    "ask_amendment",
    "ask_hearing",
    "ask_records",
    "attach_words",
    "decide_hearing",
    "decide_items",
    "list_items",
    "make_bundle",
    "make_copy",
    "note_taking",
    "plan_hearing",
    "provide_records",
    "refuse_request",
    "refuse_to_amend",
    "remind",
    "remind_of_requests",
    "send_ask_link",
    "send_link",
    "split_item",
    "verify_request",
    "withdraw_amendment",
    "withdraw_request",
    "write_copy",
    "write_down_request",
]
