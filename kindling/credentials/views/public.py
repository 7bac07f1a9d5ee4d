"""What everybody may ask: does it hold, what does it say, which hold no more."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from kindling.credentials import rules
from kindling.credentials.forms import CheckForm
from kindling.credentials.queries.credentials import Verdict, verdict_on
from kindling.kit.http import page_or_422
from kindling.kit.limits import client_address, take
from kindling.seals.answering import open_json
from kindling.seals.dids import did_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def check(request: HttpRequest) -> HttpResponse:
    """Nothing is kept of what is handed in; the answer shows nothing that does not stand in it."""
    posted = request.method == "POST"
    if posted:
        take("credential-check", client_address(request), limit=30, seconds=600)
    form = CheckForm(request.POST, request.FILES) if posted else CheckForm()
    context: dict[str, Any] = {"form": form, "verdict": None}
    if posted and form.is_valid():
        context["verdict"] = judged(form.given, form.cleaned_data["who"])
        return page_or_422(request, "credentials/check.html", context, bound=False)
    return page_or_422(request, "credentials/check.html", context, bound=posted)


def judged(data: bytes, who: str) -> Verdict:
    """Compare what was handed in with what the school signed."""
    from kindling.credentials.documents.checking import (  # noqa: PLC0415 (openbadgeslib is large)
        Unreadable,
        is_about,
        read,
    )

    try:
        given = read(data)
    except Unreadable:
        return Verdict("unreadable")
    found = rules.credential_named(given.urn)
    if found is None or not found.document:
        return Verdict("unknown")
    if not given.is_same(found.document, found.token):
        if given.issuer != did_of(found.school):  # a bare name learns no school
            return Verdict("unknown")
        return Verdict("changed", school=found.school.name)
    about = is_about(json.loads(found.document), who) if who else None
    return verdict_on(found, about=about)


@require_safe
@login_not_required
def shown(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One credential, while its student shares it."""
    found = rules.shared_credential(uuid)
    if found is None:
        raise Http404
    return render(request, "credentials/shown.html", {"verdict": verdict_on(found)})


@require_safe
@login_not_required
def status(request: HttpRequest, school_slug: str, number: int) -> JsonResponse:
    """The signed list of what holds no more, for any verifier."""
    held = rules.status_list_at(school_slug, number)
    if held is None or not held.document:
        raise Http404
    return open_json(json.loads(held.document), "application/vc+ld+json")
