"""Conversations, and what was said in them."""

from kindling.conversations.models.broadcast import Broadcast, BroadcastLine
from kindling.conversations.models.choice import ConversationChoice
from kindling.conversations.models.message import Copy, Message, MessageFile
from kindling.conversations.models.short import ShortMessage
from kindling.conversations.models.thread import Seat, Thread

__all__ = [
    "Broadcast",
    "BroadcastLine",
    "ConversationChoice",
    "Copy",
    "Message",
    "MessageFile",
    "Seat",
    "ShortMessage",
    "Thread",
]
