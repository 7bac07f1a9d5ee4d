"""What every page at /p/TOKEN/ shares: find the pass, count the tries, speak as its bearer reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from kindling.kit.limits import Try, client_address, take, take_all
from kindling.passes.devices import device_of, trusted_on
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest, viewer_of
from kindling.passes.tokens import hash_of
from kindling.schools.inside import speaking
from kindling.schools.ready import ready

MINUTE, HOUR = 60, 3600


def at_the_door[**P](
    view: Callable[Concatenate[PassRequest, Pass, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Let a view of /p/TOKEN/… answer for the bearer of the pass, whoever is signed in."""

    @login_not_required
    @wraps(view)
    def open_door(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        address = client_address(request)
        # Counted together, by the token and not the pass: one statement for every request.
        opened = Try("pass", hash_of(token), limit=60, seconds=MINUTE)
        take_all(Try("door", address, limit=120, seconds=MINUTE), opened)
        held = find_pass(token, device_of(request))
        if held is None:
            take("door-miss", address, limit=20, seconds=10 * MINUTE)
            return render(request, "passes/unknown.html", status=404)
        asked = step_in(request, held, token)
        language = held.bearer.language
        with speaking(held.school), translation.override(language):
            response = view(asked, held, **kwargs)  # type: ignore[call-arg]
        response["Content-Language"] = language
        return response

    return open_door


def find_pass(token: str, device_hash: str = "") -> Pass | None:
    """Return the pass with this token, and whether this browser may see it (`is_trusted`).

    A changed letter makes another hash, so nothing is found. One statement.
    """
    return next(iter(_found(None, hash_of(token), device_hash or "-")), None)


@ready
def _found(_nobody: None, token_hash: str, device_hash: str) -> QuerySet[Pass]:
    found = Pass.objects.filter(token_hash=token_hash)
    found = found.annotate(is_trusted=trusted_on(device_hash))
    return found.select_related("bearer", "school__network", "made_by").order_by("pk")


def step_in(request: HttpRequest, held: Pass, token: str) -> PassRequest:
    """Forget who is signed in and be the bearer."""
    asked = cast("PassRequest", request)
    asked.user = AnonymousUser()
    asked.held, asked.viewer = held, viewer_of(held)
    asked.school = held.school  # type: ignore[attr-defined]  # the templates' word for it
    asked.door = f"/p/{token}/"
    return asked
