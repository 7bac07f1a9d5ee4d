"""The secret half of a personal link: computed again when it is needed, never stored."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from django.conf import settings
from django.core.files import File
from django.utils.crypto import salted_hmac

SALT = "kindling.pass"


def token_of_id(public_id: str) -> str:
    """Return the token of the pass with this public id: `id.signature` (128 bits, URL-safe)."""
    digest = salted_hmac(SALT, public_id, algorithm="sha256").digest()[:16]
    return f"{public_id}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def tap_of(tap: str, *words: object) -> str:
    """Return the id of one form sent once, 40 characters: another text of the same form is another.

    Whoever goes back, changes their words and sends again is not told “sent” for nothing.
    """
    return fingerprint("\n".join([tap, *map(str, words)]))[:40]


def mark_of(sent: File[Any] | None) -> str:
    """Of a file that came along, for `tap_of`: another recording is another. "" for none."""
    if sent is None:
        return ""
    sent.seek(0)
    digest = hashlib.sha256()
    for part in sent.chunks():
        digest.update(part)
    sent.seek(0)
    return digest.hexdigest()


def fingerprint(secret: str) -> str:
    """Return what the database keeps of a secret: 64 hex digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def address_of_id(public_id: str) -> str:
    """Return the whole address of a pass, for a letter: https://host/p/TOKEN/."""
    return f"{settings.BASE_URL}/p/{token_of_id(public_id)}/"
