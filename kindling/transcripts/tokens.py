"""The secret half of a sent transcript’s address: worked out when it is needed, never stored."""

from __future__ import annotations

import base64

from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "kindling.transcripts"


def token_of(public_id: str) -> str:
    """Return `id.signature` (128 bits, URL-safe)."""
    digest = salted_hmac(SALT, public_id, algorithm="sha256").digest()[:16]
    return f"{public_id}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def id_in(token: str) -> str:
    """Return the id in a token; "" for one that we did not make."""
    public_id = token.partition(".")[0]
    return public_id if constant_time_compare(token, token_of(public_id)) else ""
