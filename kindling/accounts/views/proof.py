"""Show again that it is you, before what opens or ends much."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import quote

from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kindling.accounts.forms import ProofForm
from kindling.accounts.models import Session, User
from kindling.accounts.rules import passkeys
from kindling.accounts.views.gates import judgement, onward
from kindling.kit.http import is_looking, is_partial

PAGE = "/you/confirm/"
PROVED_AT = "proved_at"
type View = Callable[..., HttpResponseBase]


def is_fresh(request: HttpRequest) -> bool:
    """Say whether this browser signed in, or showed again who uses it, a short while ago."""
    row: Session | None = getattr(request.session, "row", None)
    began = row.created_at.timestamp() if row else 0.0
    latest = max(began, float(request.session.get(PROVED_AT, 0)))
    return time.time() - latest < settings.PROOF_LASTS.total_seconds()


def proves(view: View) -> View:
    """Let a change through only from somebody who showed a short while ago that it is they.

    What a form brought along is kept and sent on with the proof. A part asked for by htmx, and a
    file, which no page can carry, go by way of the page of proof.
    """
    return _guarded(view, ("POST",))


def proves_to_read(view: View) -> View:
    """As `proves`, and the page itself is not shown before: it holds a secret, or a whole file."""
    return _guarded(view, ("GET", "HEAD", "POST"))


def _guarded(view: View, methods: tuple[str, ...]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        is_known = not request.user.is_authenticated or is_fresh(request)
        if is_known or request.method not in methods:
            return view(request, *args, **kwargs)
        if request.method != "POST" or is_partial(request) or request.FILES:
            return _sent_away(request)
        answer = _asked(request, carried=_carried(request))
        return answer or view(request, *args, **kwargs)

    guarded.proves = methods  # type: ignore[attr-defined]
    return guarded


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponseBase:
    """The page of proof; it leads on to where the person was going."""
    return _asked(request, carried=[]) or redirect(onward(request) or "/you/")


def _asked(request: HttpRequest, carried: list[tuple[str, str]]) -> HttpResponse | None:
    """Ask for the proof; None when it came with this request and is good."""
    user = cast("User", request.user)
    came = any(name.startswith("proof-") for name in request.POST)
    form = ProofForm(request.POST if came else None, user=user)
    if came and form.is_valid():
        request.session[PROVED_AT] = time.time()
        return None
    context = {"form": form, "me": user, "carried": carried, "onward": onward(request)}
    by_passkey = user.has_second_step and passkeys(user).exists()
    context["options"] = begin_authentication(user) if by_passkey else None
    return render(request, "account/confirm.html", context, status=_status(request, form))


def _status(request: HttpRequest, form: ProofForm) -> int:
    if form.is_bound:
        return judgement(form)
    return 403 if request.path != PAGE else 200


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What the form held, without its proof and its token."""
    ours = ("proof-", "csrfmiddlewaretoken")
    fields = [name for name in request.POST if not name.startswith(ours)]
    return [(name, value) for name in fields for value in request.POST.getlist(name)]


def _sent_away(request: HttpRequest) -> HttpResponse:
    """Lead to the page of proof and from there back to the page in hand."""
    here = request.get_full_path()
    if not is_looking(request):
        here = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/"
    where = f"{PAGE}?next={quote(here)}"
    if not is_partial(request):
        return redirect(where)
    return HttpResponse(status=403, headers={"HX-Redirect": where})
