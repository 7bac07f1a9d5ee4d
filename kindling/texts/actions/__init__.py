"""The only writes of texts: take a message, forget it in time."""

from kindling.texts.actions.purging import purge_texts
from kindling.texts.actions.settling import set_text_aside, settle_placed
from kindling.texts.actions.taking import Incoming, take_text

__all__ = ["Incoming", "purge_texts", "set_text_aside", "settle_placed", "take_text"]
