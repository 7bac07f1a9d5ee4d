"""Tell people something, send it, and keep how they want to be told."""

from kindling.notices.actions.asks import spend_ask, spend_asks
from kindling.notices.actions.choosing import (
    choose_language,
    choose_text_size,
    choose_way,
    choose_ways,
    start_texts,
    stop_texts,
)
from kindling.notices.actions.devices import add_device, end_device, renew_device
from kindling.notices.actions.sending import (
    enqueue_due_notices,
    free_stuck_notices,
    release_held_notices,
)
from kindling.notices.actions.telling import (
    Letter,
    notify,
    notify_each,
    notify_many,
    send_again,
)
from kindling.notices.posting import deliver_notice

__all__ = [
    "Letter",
    "add_device",
    "choose_language",
    "choose_text_size",
    "choose_way",
    "choose_ways",
    "deliver_notice",
    "end_device",
    "enqueue_due_notices",
    "free_stuck_notices",
    "notify",
    "notify_each",
    "notify_many",
    "release_held_notices",
    "renew_device",
    "send_again",
    "spend_ask",
    "spend_asks",
    "start_texts",
    "stop_texts",
]
