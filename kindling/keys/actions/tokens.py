"""Keys to the API: made once, shown once, revoked by their owner."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from kindling.accounts.models import Token, User
from kindling.history.steps import record
from kindling.keys import rules
from kindling.kit.http import require
from kindling.kit.tokens import hash_of, new_token
from kindling.schools.viewer import Viewer


@transaction.atomic
def make_token(user: User, *, by: Viewer, name: str, scope: str, days: int) -> tuple[Token, str]:
    """Make a key to this school's API; return it and its secret, which is never shown again."""
    require(rules.may_make_token(by) and by.person is not None and by.person.user_id == user.pk)
    secret = f"kdl_{new_token()}"
    token: Token = Token.objects.create(
        user=user,
        school_id=by.school.pk,
        name=name,
        scope=scope,
        token_hash=hash_of(secret),
        expires_at=timezone.now() + timedelta(days=days),
    )
    record("token.make", token, by=by, name=name, scope=scope, days=days)
    return token, secret


@transaction.atomic
def revoke_token(token: Token, *, by: Viewer) -> None:
    """End the key now. Doing it twice is no mistake."""
    require(rules.may_revoke(by, token))
    alive = Token.objects.filter(pk=token.pk, revoked_at=None)
    if alive.update(revoked_at=timezone.now()):
        record("token.revoke", token, by=by, name=token.name)
