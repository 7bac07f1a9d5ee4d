"""Whoever holds a PDF can check that it is one of ours, unchanged. Open to everybody."""

from __future__ import annotations

from hashlib import file_digest
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kindling.agreements.forms import VerifyForm
from kindling.agreements.known import known_as
from kindling.agreements.queries.verify import found_paper
from kindling.kit.http import page_or_422
from kindling.kit.limits import client_address, take


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def verify(request: HttpRequest) -> HttpResponse:
    """Nothing is kept of the file; the answer names a school and a day, and nobody.

    `?address=` is filled in: it stands on what is printed.
    """
    posted = request.method == "POST"
    form = (
        VerifyForm(request.POST, request.FILES)
        if posted
        else VerifyForm(initial={"sha256": request.GET.get("address", "")[:80]})
    )
    context: dict[str, Any] = {"form": form, "found": None, "known": None, "sha256": ""}
    if form.is_bound and form.is_valid():
        take("verify", client_address(request), limit=30, seconds=600)
        file = form.cleaned_data["file"]
        address = file_digest(file, "sha256").hexdigest() if file else form.cleaned_data["sha256"]
        context |= {"found": found_paper(address), "sha256": address}
        context["known"] = known_as(address, has_file=bool(file))
        return page_or_422(request, "agreements/verify.html", context, bound=False)
    return page_or_422(request, "agreements/verify.html", context, bound=posted)
