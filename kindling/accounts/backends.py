"""Sign-in by username or e-mail; the signed-in user comes with the session's row."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from kindling.accounts.models import User


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's checks, without permissions of Django's own (schools grant roles instead).

    allauth looks an address up as a name, too, and would hash the wrong password of somebody who is
    here twice, of a stranger once: a watch would tell who has an account.
    """

    def __init__(self) -> None:
        self.tried: set[int] = set()  # Django makes one of these for each try to sign in

    def _check_password(self, user: User | None, password: str) -> User | None:
        if user is None or user.pk in self.tried:
            return None
        self.tried.add(user.pk)
        found: User | None = super()._check_password(user, password)
        return found

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.filter(pk=user_id).first()
        return user if user and user.is_active else None
