"""Tells every request who is signed in."""

from __future__ import annotations

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from kindling.accounts.models import User
from kindling.accounts.sessions import is_idle, see_session, signed_in_user


class UserMiddleware(AuthenticationMiddleware):
    """Sets request.user from the session's own row. A changed password ends the session, and so does
    a long time in which nobody used it.
    """

    def process_request(self, request: HttpRequest) -> None:
        request.user = SimpleLazyObject(lambda: user_of(request))  # type: ignore[assignment]


def user_of(request: HttpRequest) -> User | AnonymousUser:
    """Return who is signed in, or AnonymousUser."""
    user = signed_in_user(request)
    if user is None or not user.is_active:
        return AnonymousUser()
    sent = request.session.get(HASH_SESSION_KEY, "")
    if not constant_time_compare(sent, user.get_session_auth_hash()):
        request.session.flush()
        return AnonymousUser()
    row = getattr(request.session, "row", None)
    if is_idle(row):
        request.session.flush()
        return AnonymousUser()
    see_session(row)
    return user
