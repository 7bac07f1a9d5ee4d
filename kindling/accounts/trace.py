"""Write what happened to an account. The person it belongs to can read it."""

from typing import Any

from django.utils import timezone

from kindling.accounts.models import AccountEvent, User


def record(verb: str, user: User, **detail: Any) -> None:
    """Keep what happened, when, and what it was about (never a secret)."""
    AccountEvent.objects.create(user=user, at=timezone.now(), verb=verb, detail=detail)
