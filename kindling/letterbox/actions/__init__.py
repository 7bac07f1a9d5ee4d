"""The only writes of the letterbox: take a mail, decide about it, forget it in time."""

from kindling.letterbox.actions.purging import purge_mails
from kindling.letterbox.actions.settling import put_in, set_aside, settle_placed
from kindling.letterbox.actions.taking import take_mail

__all__ = ["purge_mails", "put_in", "set_aside", "settle_placed", "take_mail"]
