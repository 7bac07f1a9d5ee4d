"""Tells every request who is signed in."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from kindling.accounts.models import User
from kindling.accounts.sessions import signed_in_user


class UserMiddleware:
    """Sets request.user from the session's own row. A changed password ends the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: user_of(request))  # type: ignore[assignment]
        return self.get_response(request)


def user_of(request: HttpRequest) -> User | AnonymousUser:
    """Return who is signed in, or AnonymousUser."""
    user = signed_in_user(request)
    if user is None or not user.is_active:
        return AnonymousUser()
    sent = request.session.get(HASH_SESSION_KEY, "")
    if not constant_time_compare(sent, user.get_session_auth_hash()):
        request.session.flush()
        return AnonymousUser()
    return user
