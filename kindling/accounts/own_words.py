"""Words that others know of somebody, or of a school's computers, are no password."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

from kindling.accounts.breached import BreachedValidator
from kindling.accounts.models import User

# The product, and what schools and offices call things. docs/security.md points here.
WORDS = """
    kindling school internship student teacher advisor mentor coordinator principal registrar
    guardian family office admin administrator password welcome letmein signin login
    escuela estudiante maestra maestro familia contrasena bienvenido
"""
COMMON = frozenset(WORDS.split())
SHORTEST = 4  # letters; shorter ones stand in half of all passwords
MOST_ADDED = 5  # letters and digits beside such words: 2026, 12345


class OwnWordsValidator:
    """For AUTH_PASSWORD_VALIDATORS: refuses words of this list and the user's own, hardly changed."""

    def validate(self, password: str, user: User | None = None) -> None:
        left = password.lower()
        for word in sorted(COMMON | own_words(user), key=len, reverse=True):
            left = left.replace(word, "")
        added = sum(letter.isalnum() for letter in left)
        if left != password.lower() and added <= MOST_ADDED:
            raise ValidationError(self.get_help_text(), code="password_own_words")

    def get_help_text(self) -> str:
        return BreachedValidator().get_help_text()


def own_words(user: User | None) -> frozenset[str]:
    """Return the words of a user's name and address, in small letters."""
    if user is None:
        return frozenset()
    told = f"{user.username or ''} {user.email or ''}".lower()
    return frozenset(word for word in re.split(r"[^\w]+|_", told) if len(word) >= SHORTEST)
