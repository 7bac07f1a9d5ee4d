"""Whose second steps one may see: one's own."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from kindling.accounts.models import User

STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def second_steps(user: User) -> QuerySet[Any]:
    """Passkeys, the app and the recovery codes of this user, the oldest first."""
    steps: QuerySet[Any] = Authenticator.objects.filter(user=user)
    return steps.order_by("created_at", "pk")


def passkeys(user: User) -> QuerySet[Any]:
    return second_steps(user).filter(type=Authenticator.Type.WEBAUTHN)
