"""Read a version and put a name under it; read earlier ones, and what changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import Refused, go_to, require
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.plans import actions, rules
from kindling.plans.forms import ReturnForm, SignForm
from kindling.plans.models import Plan, Signer, Version
from kindling.plans.queries.versions import all_versions, version_page
from kindling.plans.views.plans import find
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer


@require_safe
def version_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One version, the names under it, and what it changed."""
    version = get_object_or_404(rules.visible_versions(request.viewer), public_id=public_id)
    context = {
        "page": version_page(version, request.viewer),
        "versions": all_versions(version.plan, request.viewer),
        "plan": version.plan,
    }
    return render(request, "plans/version.html", context)


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take back what not everybody has signed."""
    version = get_object_or_404(rules.visible_versions(request.viewer), public_id=public_id)
    why = request.POST.get("why", "")[:1000]
    count = actions.withdraw_version(version, by=request.viewer, why=why)
    text = _("Taken back. Nobody had signed yet.")
    if count:
        text = ngettext(
            "Taken back. %(n)s name stays under the words as they were, and that person is told.",
            "Taken back. %(n)s names stay under the words as they were, and those people are told.",
            count,
        ) % {"n": count}  # fmt: skip
    return go_to(request, version.plan, text)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Sign for oneself, signed in."""
    plan = find(request, public_id)
    signer = mine(request.viewer, plan) or sent_too_late(request, plan)
    if signer is None:
        return go_to(request, plan, _("Nothing here waits for your name."))
    if request.method != "POST":
        return show(request, "plans/sign.html", signer)
    form = form_of(request)
    if form.is_valid() and act(request, signer, form, request.viewer):
        return redirect(plan)
    return show(request, "plans/sign.html", signer, form)


def sent_too_late(request: ViewerRequest, plan: Plan) -> Signer | None:
    """Whose form was open while the words were taken back or sent back: they are told why."""
    words = request.POST.get("content_hash", "")
    rows = rules.visible_signers(request.viewer).filter(
        version__plan=plan, version__content_hash=words, state=Signer.State.WAITING
    )
    found = rows.order_by("-pk") if words else rows.none()
    return next((one for one in found if rules.may_sign(request.viewer, one)), None)


def mine(viewer: Viewer, plan: Plan) -> Signer | None:
    """The name of this viewer that is missing under the plan."""
    rows = rules.visible_signers(viewer).filter(version__plan=plan, state=Signer.State.WAITING)
    rows = rows.filter(version__state=Version.State.PROPOSED).order_by("pk")
    return next((one for one in rows if rules.may_sign(viewer, one)), None)


def form_of(request: HttpRequest) -> forms.Form:
    if request.POST.get("do") == "return":
        return ReturnForm(request.POST)
    return SignForm(request.POST)


def act(request: HttpRequest, signer: Signer, form: forms.Form, by: Viewer) -> bool:
    """Do what was sent; what stands in its way is said on the form."""
    try:
        if isinstance(form, SignForm):
            actions.sign_version(signer, by=by, **form.signed)
            messages.success(request, _("Thank you. You have signed."))
        else:
            actions.return_version(signer, by=by, words=form.cleaned_data["words"])
            messages.success(
                request, _("Thank you. The student reads it, and you are asked again.")
            )
    except Refused as refused:
        form.add_error(None, str(refused))
        form.refused = True  # type: ignore[attr-defined]
        return False
    return True


def show(
    request: Any, template: str, signer: Signer, form: forms.Form | None = None, **more: Any
) -> HttpResponse:
    """The words, and the place for the name: on a page and behind a link."""
    signer.refresh_from_db(fields=["state"])
    version = signer.version
    page = version_page(version, request.viewer, signer if request.viewer.purpose else None)
    initial = {"name": signer.person.name, "content_hash": version.content_hash}
    context = {
        "page": page,
        "plan": version.plan,
        "signer": signer,
        "wrong": form,
        "sign": form if isinstance(form, SignForm) else SignForm(initial=initial),
        "back": form if isinstance(form, ReturnForm) else ReturnForm(),
        "is_open": version.state == Version.State.PROPOSED and signer.state == Signer.State.WAITING,
        **more,
    }
    status = 200 if form is None else 409 if getattr(form, "refused", False) else 422
    return render(request, template, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def room(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Everybody who is in the room signs on the advisor's device, one after the other."""
    plan = find(request, public_id)
    require(rules.may_host_signing(request.viewer, plan))
    rows = rules.visible_signers(request.viewer).filter(version__plan=plan)
    waiting = rows.filter(version__state=Version.State.PROPOSED, state=Signer.State.WAITING)
    others = list(waiting.exclude(person=request.viewer.person_id).order_by("pk"))
    if not others:
        return go_to(request, plan, _("Nobody else has to sign."))
    signer = next((one for one in others if one.public_id == request.POST.get("signer")), others[0])
    form = SignForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid() and sign_here(request, signer, form):
        return redirect("plans:room", plan.public_id)
    return show(request, "plans/room.html", signer, form, others=others)


def sign_here(request: ViewerRequest, signer: Signer, form: SignForm) -> bool:
    try:
        actions.sign_in_room(signer, by=request.viewer, **form.signed)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    text = _("%(name)s has signed.") % {"name": signer.person.name}
    messages.success(request, text)
    return True


def sign_plan_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Behind a link: a family or a mentor reads, signs, or says what they would change."""
    signer = rules.visible_signers(viewer).order_by("-pk").first()
    if signer is None:
        raise Http404
    if request.method != "POST":
        return show(request, "plans/sign_link.html", signer)
    form = form_of(request)
    if form.is_valid() and act(request, signer, form, viewer):
        return redirect(request.door)
    return show(request, "plans/sign_link.html", signer, form)
