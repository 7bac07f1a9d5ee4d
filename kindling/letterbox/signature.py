"""Whether a mail was handed over by our own mail service. Pure."""

from __future__ import annotations

import hmac
from hashlib import sha256

FRESH = 300  # seconds


def signature_of(moment: str, sender: str, recipient: str, body: bytes, token: str) -> str:
    """Return the hex HMAC-SHA256 over time, sender, recipient and the whole mail, line by line."""
    told = f"{moment}\n{sender}\n{recipient}\n".encode() + body
    return hmac.new(token.encode(), told, sha256).hexdigest()


def is_signed(
    moment: str, sender: str, recipient: str, body: bytes, *, token: str, given: str, now: float
) -> bool:
    """Say whether the signature is right and fresh. Without a token nothing is."""
    if not token or not moment.isascii() or not moment.isdigit() or abs(now - int(moment)) > FRESH:
        return False
    wanted = signature_of(moment, sender, recipient, body, token)
    return hmac.compare_digest(wanted.encode(), given.encode())
