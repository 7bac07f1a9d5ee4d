"""Behind a link: read and sign, on a phone, without an account."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kindling.agreements.files import paper_answer
from kindling.agreements.models import Signer
from kindling.agreements.queries.signing import sign_page, signers_of, waiting_rows
from kindling.agreements.rules import visible_papers
from kindling.agreements.views.answering import act, form_of, forms_for
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def sign_agreement_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show what waits, or the one that `one` names; POST signs it, says no, or takes back."""
    signers = signers_of(viewer)
    signer = find(request, signers)
    if "paper" in request.GET and signer:
        return paper_answer(visible_papers(viewer).filter(agreement=signer.agreement_id).first())
    if signer is None:
        return render(request, "agreements/link.html", {"rows": waiting_rows(signers)})
    if request.method != "POST":
        return show(request, signer, len(signers))
    do = request.POST.get("do", "")
    form = form_of(request.POST, do)
    if not form.is_valid():
        return show(request, signer, len(signers), form, 422)
    if not act(request, signer, form, do, viewer):
        signer.agreement.refresh_from_db()
        return show(request, signer, len(signers), form, 409)
    return redirect(f"{request.door}?one={signer.public_id}")


def find(request: PassRequest, signers: list[Signer]) -> Signer | None:
    """The one the address names; the only one; None for a choice of several."""
    if not signers:
        raise Http404
    key = request.GET.get("one", "")
    if not key:
        return signers[0] if len(signers) == 1 else None
    found = next((one for one in signers if one.public_id == key), None)
    if found is None:
        raise Http404
    return found


def show(
    request: PassRequest,
    signer: Signer,
    count: int,
    form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    page = sign_page(signer, request.viewer, request.GET.get("text", ""))
    context = {
        "page": page,
        "here": f"{request.door}?one={signer.public_id}",
        "has_others": count > 1,
        **forms_for(form, signer.person.name),
    }
    return render(request, "agreements/sign_link.html", context, status=status)
