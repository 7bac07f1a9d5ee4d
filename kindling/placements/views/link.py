"""Behind a link: the family or the mentor says yes or no, without an account."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.placements import actions, forms, rules
from kindling.placements.models import Approval
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def approve_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show what is asked; POST answers once, or declares a tie. 404 for who lost the role."""
    approval = rules.visible_approvals(viewer).first()
    if approval is None or not rules.may_answer(viewer, approval):
        raise Http404
    if request.method != "POST":
        return show(request, approval)
    try:
        done = answer(request, approval, viewer)
    except Refused as refused:
        messages.error(request, str(refused))
        return show(request, rules.visible_approvals(viewer).get(), status=409)
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
        return show(request, approval, status=422)
    messages.success(request, done)
    return redirect(request.door)


def answer(request: PassRequest, approval: Approval, viewer: Viewer) -> str:
    """Do what the tapped button says; return the thanks."""
    said = request.POST
    match said.get("do"):
        case "yes":
            actions.agree(approval, by=viewer)
        case "tie":
            kind, words = said.get("kind", ""), said.get("words", "")
            actions.declare_tie(approval.pursuit, kind, words, by=viewer)
        case _:
            actions.refuse(approval, said.get("reason", ""), by=viewer)
    return _("Thank you. The school can see it.")


def show(request: PassRequest, approval: Approval, status: int = 200) -> HttpResponse:
    context = {
        "approval": approval,
        "pursuit": approval.pursuit,
        "is_family": approval.role == Role.GUARDIAN,
        "tie_form": forms.TieForm(auto_id="tie_%s"),
    }
    return render(request, "placements/approve.html", context, status=status)
