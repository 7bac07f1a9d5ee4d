"""What waits for the name of whoever is signed in."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kindling.agreements import rules
from kindling.agreements.models import Signer
from kindling.agreements.queries.signing import sign_page, signers_of, waiting_rows
from kindling.agreements.views.answering import act, form_of, forms_for
from kindling.kit.http import require
from kindling.schools.http import ViewerRequest


@require_safe
def mine(request: ViewerRequest) -> HttpResponse:
    """My papers: what waits for me first."""
    rows = waiting_rows(signers_of(request.viewer))
    return render(request, "agreements/mine.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one and sign it."""
    signer = get_object_or_404(rules.visible_signers(request.viewer), public_id=public_id)
    require(rules.may_sign(request.viewer, signer))
    if request.method != "POST":
        return show(request, signer)
    do = request.POST.get("do", "")
    form = form_of(request.POST, do)
    if not form.is_valid():
        return show(request, signer, form, 422)
    if not act(request, signer, form, do, request.viewer):
        signer.agreement.refresh_from_db()
        return show(request, signer, form, 409)
    return redirect("agreements:sign", signer.public_id)


def show(
    request: ViewerRequest, signer: Signer, form: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    page = sign_page(signer, request.viewer, request.GET.get("text", ""))
    context = {
        "page": page,
        "here": reverse("agreements:sign", args=[signer.public_id]),
        "paper_url": reverse("agreements:paper", args=[signer.agreement.public_id]),
        **forms_for(form, request.viewer.person.name if request.viewer.person else ""),
    }
    return render(request, "agreements/sign.html", context, status=status)
