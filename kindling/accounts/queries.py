"""What a person's page of second steps shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator

from kindling.accounts.models import User
from kindling.accounts.rules import second_steps


@dataclass(frozen=True)
class Passkey:
    """A passkey, by the name its owner gave it."""

    pk: int
    name: str
    since: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class SecondSteps:
    """All second steps of one user."""

    passkeys: Sequence[Passkey]
    app_since: datetime | None
    codes_left: int | None


def steps_of(user: User) -> SecondSteps:
    """Return the user's second steps. One statement."""
    kinds: dict[str, list[Any]] = {}
    for row in second_steps(user):
        kinds.setdefault(row.type, []).append(row)
    kind = Authenticator.Type
    app, codes = kinds.get(kind.TOTP), kinds.get(kind.RECOVERY_CODES)
    return SecondSteps(
        [
            Passkey(row.pk, row.data["name"], row.created_at, row.last_used_at)
            for row in kinds.get(kind.WEBAUTHN, [])
        ],
        app[0].created_at if app else None,
        len(codes[0].wrap().get_unused_codes()) if codes else None,
    )
