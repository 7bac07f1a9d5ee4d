"""The only writes of transcripts."""

from kindling.transcripts.actions.certifying import certify
from kindling.transcripts.actions.drafting import (
    agree_to_draft,
    begin_draft,
    change_profile,
    hand_in_draft,
    pick_pieces,
    reopen_draft,
    save_draft,
)
from kindling.transcripts.actions.printing import print_transcript, print_what_waits
from kindling.transcripts.actions.sending import (
    agree_to_send,
    ask_to_send,
    decline_to_send,
    stop_sending,
)

__all__ = [
    "agree_to_draft", "agree_to_send", "ask_to_send", "begin_draft", "certify", "change_profile",
    "decline_to_send", "hand_in_draft", "pick_pieces", "print_transcript", "print_what_waits",
    "reopen_draft", "save_draft", "stop_sending",
]  # fmt: skip
