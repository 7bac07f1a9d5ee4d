"""Sign-in by username or e-mail; the signed-in user comes with the session's row."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from kindling.accounts.models import User


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's checks, without permissions of Django's own (schools grant roles instead)."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.filter(pk=user_id).first()
        return user if user and user.is_active else None
