"""One agreement, from making it to its last day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.agreements import actions, rules
from kindling.agreements.files import paper_answer
from kindling.agreements.forms import About, EndForm, MakeForm, ReasonForm, WhoForm
from kindling.agreements.models import Agreement
from kindling.agreements.queries.detail import agreement_page
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import visible_opportunities, visible_sites


def find(request: ViewerRequest, public_id: str) -> Agreement:
    """404 for what you may not see."""
    found = rules.visible_agreements(request.viewer).for_list()
    return get_object_or_404(found, public_id=public_id)


@require_safe
def agreement_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The words, who has signed, and what can be done."""
    return show(request, find(request, public_id))


def show(
    request: ViewerRequest, agreement: Agreement, wrong: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "page": agreement_page(agreement, request.viewer),
        "may_keep": rules.may_keep(request.viewer),
        "wrong": wrong,
        "end": EndForm(initial={"on": request.school.today()}),
        "reason": ReasonForm(),
    }
    return render(request, "agreements/agreement.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: ViewerRequest) -> HttpResponse:
    """Fill in a template and ask everybody to sign."""
    require(rules.may_keep(request.viewer))
    about = about_of(request)
    if about == About():
        return ask_who(request)
    first = {"template": request.GET["template"]} if "template" in request.GET else None
    form = MakeForm(sent(request), viewer=request.viewer, about=about, initial=first)
    if form.is_bound and form.is_valid():
        try:
            agreement = make_and_ask(request, about, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return go_to(request, agreement, _("Everybody who signs was asked."))
    context = {"form": form, "about": about}
    return page_or_422(request, "agreements/make.html", context, bound=form.is_bound)


def make_and_ask(request: ViewerRequest, about: About, said: dict[str, Any]) -> Agreement:
    agreement = actions.make_agreement(
        by=request.viewer,
        student=about.student,
        opportunity=about.opportunity,
        site=about.site,
        **said,
    )
    actions.ask_signers(agreement, by=request.viewer)
    return agreement


def about_of(request: ViewerRequest) -> About:
    """Whom the address names: ?student=, ?place= and ?site=. 404 for what one does not see."""
    asked, viewer = request.GET, request.viewer

    def one(name: str, rows: Any) -> Any:
        return get_object_or_404(rows, public_id=asked[name]) if asked.get(name) else None

    place = one("place", visible_opportunities(viewer).select_related("site__organisation"))
    return About(
        one("student", visible_students(viewer, Matter.DAYS)),
        place,
        one("site", visible_sites(viewer)),
    )


def ask_who(request: ViewerRequest) -> HttpResponse:
    form = WhoForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        return redirect(f"{request.path}?student={form.cleaned_data['student']}")
    return page_or_422(request, "agreements/who.html", {"form": form}, bound=form.is_bound)


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write to those who have not signed yet."""
    agreement = find(request, public_id)
    count = actions.ask_signers(agreement, by=request.viewer)
    return go_to(
        request,
        agreement,
        ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", count)
        % {"n": count},
    )


@require_POST
def void(request: ViewerRequest, public_id: str) -> HttpResponse:
    agreement, form = find(request, public_id), ReasonForm(request.POST)
    require(rules.may_keep(request.viewer))
    if not form.is_valid():
        return show(request, agreement, form, 422)
    actions.void_agreement(agreement, by=request.viewer, **form.cleaned_data)
    return go_to(request, agreement, _("Taken back."))


@require_POST
def end(request: ViewerRequest, public_id: str) -> HttpResponse:
    agreement, form = find(request, public_id), EndForm(request.POST)
    require(rules.may_keep(request.viewer))
    if not form.is_valid():
        return show(request, agreement, form, 422)
    actions.end_agreement(agreement, by=request.viewer, **form.cleaned_data)
    return go_to(request, agreement, _("Ended."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    agreement = find(request, public_id)
    actions.reopen_agreement(agreement, by=request.viewer)
    return go_to(request, agreement, _("It can be signed again. Ask them to."))


@require_POST
def update(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put the newest words in the place of those that are being signed."""
    agreement = find(request, public_id)
    actions.update_wording(agreement, by=request.viewer)
    return go_to(request, agreement, _("It has the newest words. Everybody signs again."))


@require_safe
def paper(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The PDF."""
    agreement = find(request, public_id)
    return paper_answer(rules.visible_papers(request.viewer).filter(agreement=agreement).first())


@require_POST
def change_signer(request: ViewerRequest, signer_id: str) -> HttpResponse:
    """Another guardian, another mentor, another keeper of the places; then ask them."""
    signer = get_object_or_404(rules.visible_signers(request.viewer), public_id=signer_id)
    require(rules.may_keep(request.viewer))
    others = rules.may_sign_instead(request.viewer, signer)
    person = get_object_or_404(others, public_id=request.POST.get("person", ""))
    actions.change_signer(signer, person, by=request.viewer)
    toast = _("%(name)s signs now. Ask them to.") % {"name": person.name}
    return go_to(request, signer.agreement, toast)
