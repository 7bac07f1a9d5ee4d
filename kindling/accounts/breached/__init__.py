"""Has this password stood in a leaked database? Looked up in a file, without asking anybody."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FILE = Path(__file__).with_name("passwords.bin")
WIDTH = 5


class _Hashes:
    """The sorted file as a sequence; it is read when a password is chosen, and let go again."""

    def __init__(self) -> None:
        self.held = FILE.read_bytes()

    def __len__(self) -> int:
        return len(self.held) // WIDTH

    def __getitem__(self, number: int) -> bytes:
        return self.held[number * WIDTH : (number + 1) * WIDTH]


def is_breached(password: str) -> bool:
    """Say whether thieves try this password first, in whatever letters."""
    wanted = hashlib.sha256(password.lower().encode()).digest()[:WIDTH]
    hashes = _Hashes()
    found = bisect_left(hashes, wanted)
    return found < len(hashes) and hashes[found] == wanted


class BreachedValidator:
    """For AUTH_PASSWORD_VALIDATORS."""

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 (Django passes it)
        if is_breached(password):
            raise ValidationError(self.get_help_text(), code="password_breached")

    def get_help_text(self) -> str:
        return _("Thieves know this password from other sites. Choose one nobody has used.")
