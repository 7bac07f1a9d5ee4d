"""The only writes of conversations: begin, say, read, hand on, join, leave, close."""

from kindling.conversations.actions.broadcasting import answer_broadcast, broadcast, send_broadcast
from kindling.conversations.actions.choosing import choose
from kindling.conversations.actions.keeping import hand_on, join, keep_up, leave, pass_on_threads
from kindling.conversations.actions.placing import place, set_aside
from kindling.conversations.actions.reading import mark_read, mark_seen, open_page
from kindling.conversations.actions.saying import Said, begin, say
from kindling.conversations.actions.settling import (
    ask_interpreter,
    close,
    reopen,
    settle_call,
    settle_interpreter,
)
from kindling.conversations.actions.shorts import remove_short, write_short
from kindling.conversations.actions.telling import link_for

__all__ = [
    "Said",
    "answer_broadcast",
    "ask_interpreter",
    "begin",
    "broadcast",
    "choose",
    "close",
    "hand_on",
    "join",
    "keep_up",
    "leave",
    "link_for",
    "mark_read",
    "mark_seen",
    "open_page",
    "pass_on_threads",
    "place",
    "remove_short",
    "reopen",
    "say",
    "send_broadcast",
    "set_aside",
    "settle_call",
    "settle_interpreter",
    "write_short",
]
