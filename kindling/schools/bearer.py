"""A program at the door: `Authorization: Bearer …` on paths under api/."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django.http import Http404, HttpRequest
from django.utils import timezone

from kindling.accounts.models import Token
from kindling.schools.http import ViewerRequest
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class BadToken(Exception):
    """The key is unknown, expired or revoked. Shown as a 401 in JSON."""


def secret_in(request: HttpRequest) -> str:
    """Return the secret the request carries; "" when it carries none."""
    kind, _space, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if kind.lower() == "bearer" else ""


def admit(request: ViewerRequest, slug: str, secret: str) -> School:
    """Set user and viewer of a request with a token, and return its school.

    Raises BadToken; Http404 at any school but the token's own. Two statements, and a third on
    the token's first use of a day.
    """
    token = Token.alive(secret).first()
    if token is None:
        raise BadToken
    viewer = Viewer.of(token.user, slug)
    if viewer is None or viewer.school.pk != token.school_id:
        raise Http404
    request.user = token.user
    request.viewer = replace(viewer, scope=token.scope)
    cast("Any", request)._dont_enforce_csrf_checks = True  # noqa: SLF001 (no cookie is believed)
    see(token)
    return viewer.school


def see(token: Token) -> None:
    """Note that the key was used today; writes once a day."""
    today = timezone.now().date()
    if token.used_on != today:
        Token.objects.filter(pk=token.pk).update(used_on=today)
