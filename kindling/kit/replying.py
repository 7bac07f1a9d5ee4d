"""The address to which one person answers one conversation: computed, signed, never stored."""

from __future__ import annotations

import base64
import re

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "kindling.reply"
# In a line above the words of a letter: from it on nothing is the answer.
CUT = "=-=-="
SHAPE = re.compile(r"reply\+([2-9a-z]{14})-([a-z2-7]{26})")


def takes_replies() -> bool:
    """Say whether mail can come in here at all."""
    return bool(settings.MAIL_IN or settings.MAIL_TOKEN)


def reply_address(reply_id: str) -> str:
    """Return reply+ID-SIGNATURE@host; small letters only, mail servers may change capitals."""
    return f"reply+{reply_id}-{_signature(reply_id)}@{settings.MAIL_DOMAIN}"


def reply_id_in(address: str) -> str:
    """Return the id that an address of ours carries, "" for every other one, a changed one too."""
    local, _at, host = address.strip().lower().rpartition("@")
    found = SHAPE.fullmatch(local)
    if found is None or host != settings.MAIL_DOMAIN:
        return ""
    reply_id, given = found.groups()
    return reply_id if constant_time_compare(given, _signature(reply_id)) else ""


def _signature(reply_id: str) -> str:
    digest = salted_hmac(SALT, reply_id, algorithm="sha256").digest()[:16]
    return base64.b32encode(digest).decode().rstrip("=").lower()
