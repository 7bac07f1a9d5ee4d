"""What was handed in: read it, say whether it is good."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.clearance import actions, rules
from kindling.clearance.forms import RejectForm, works
from kindling.clearance.models import Proof
from kindling.clearance.queries.proofs import ProofPage, proof_page
from kindling.kit.addresses import url
from kindling.kit.files import file_answer
from kindling.kit.http import go_to, require
from kindling.schools.http import ViewerRequest


def find_proof(request: ViewerRequest, public_id: str) -> ProofPage:
    """404 for what one may not see."""
    found: Proof = get_object_or_404(rules.visible_proofs(request.viewer), public_id=public_id)
    return proof_page(request.viewer, found)


def show(
    request: ViewerRequest, page: ProofPage, form: RejectForm | None = None, status: int = 200
) -> HttpResponse:
    proof = page.proof
    back = back_to(proof)
    context = {"page": page, "proof": proof, "form": form or RejectForm(), "back": back}
    return render(request, "clearance/proof.html", context, status=status)


def back_to(proof: Proof) -> str:
    """Where it is a part of a list; the board when it is about no one place."""
    if proof.student and proof.opportunity:
        return url("clearance:pair", proof.student.public_id, proof.opportunity.public_id)
    site = proof.site or (proof.opportunity.site if proof.opportunity else None)
    return url("clearance:site", site.public_id) if site else url("clearance:board")


@require_safe
def proof(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show(request, find_proof(request, public_id))


@require_safe
def proof_file(request: ViewerRequest, public_id: str) -> HttpResponse:
    page = find_proof(request, public_id)
    require(page.reads)
    kept = page.proof
    how = "inline" if kept.type == "image/jpeg" else "attachment"
    return file_answer(kept.file.name or "", kept.type, f"{kept.item}.{kept.ending}", how=how)


@require_POST
def verify_proof(request: ViewerRequest, public_id: str) -> HttpResponse:
    page = find_proof(request, public_id)
    actions.verify_proof(page.proof, page.item, by=request.viewer)
    return go_to(request, back_to(page.proof), _("Marked as checked."))


@require_POST
def reject_proof(request: ViewerRequest, public_id: str) -> HttpResponse:
    page = find_proof(request, public_id)
    require(page.may_decide)
    form = RejectForm(request.POST)

    def act() -> None:
        reason = form.cleaned_data["reason"]
        actions.reject_proof(page.proof, page.item, reason, by=request.viewer)

    if not works(form, act):
        return show(request, page, form, 422)
    return go_to(request, back_to(page.proof), _("Sent back."))
