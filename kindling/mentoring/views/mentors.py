"""Mentors as staff see them: how they stand, how they answer; invited, accepted, retired."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.conversations.queries.threads import language_name
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.mentoring import actions, rules
from kindling.mentoring.forms import AnswerForm, InviteForm, OfferForm
from kindling.mentoring.models import MentorPath
from kindling.mentoring.queries.rates import rates_of, school_rates
from kindling.mentoring.queries.standing import facts_about, facts_of
from kindling.mentoring.standing import may_still
from kindling.notices.models import Channel, Group
from kindling.notices.reaching import contact_of
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Person

BOTH = ["GET", "HEAD", "POST"]


def find(request: ViewerRequest, public_id: str) -> Person:
    """404 for whom one does not see."""
    return get_object_or_404(rules.visible_mentors(request.viewer), public_id=public_id)


def find_path(request: ViewerRequest, public_id: str) -> MentorPath:
    path = rules.path_of(find(request, public_id))
    require(path is not None)
    assert path is not None  # noqa: S101  for the type checker
    return path


@require_safe
def mentors(request: ViewerRequest) -> HttpResponse:
    """All of them, with how they stand and answer. An alum comes to their own offer."""
    viewer = request.viewer
    if rules.may_offer_self(viewer) and not rules.may_see_mentors(viewer):
        return redirect("mentoring:offer")
    require(rules.may_see_mentors(viewer))
    page = page_of(request, rules.visible_mentors(viewer))
    people = list(page.object_list)
    facts, rates = facts_of(viewer.school, people), rates_of(viewer.school, people)
    rows = [(one, facts[one.pk], rates.get(one.pk)) for one in people]
    context = {"page": page, "rows": rows, "may_name": rules.may_name(viewer)}
    return render(request, "mentoring/mentors.html", context)


@require_safe
def rates(request: ViewerRequest) -> HttpResponse:
    """How all of them answer, by way and by mentor."""
    require(rules.may_see_mentors(request.viewer))
    found = school_rates(request.viewer.school, rules.visible_mentors(request.viewer))
    context = {"found": found, "page": page_of(request, found.mentors)}
    return render(request, "mentoring/rates.html", context)


@require_http_methods(BOTH)
def invite(request: ViewerRequest) -> HttpResponse:
    """Somebody new, by their own link."""
    require(rules.may_name(request.viewer))
    form = InviteForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        path = actions.invite_mentor(by=request.viewer, **form.cleaned_data)
        return go_to(request, path, _("Invited. The link is on its way."))
    return page_or_422(request, "mentoring/invite.html", {"form": form}, bound=form.is_bound)


@require_http_methods(BOTH)
def offer(request: ViewerRequest) -> HttpResponse:
    """An alum comes forward."""
    viewer = request.viewer
    require(rules.may_offer_self(viewer))
    path = rules.path_of(viewer.person) if viewer.person else None
    form = OfferForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.offer_oneself(by=viewer, **form.cleaned_data)
        return go_to(request, "mentoring:offer", _("Thank you. The school answers you."))
    facts = facts_about(viewer.person, viewer.school) if viewer.person and path else None
    sentence = may_still(facts) if facts else ""
    context = {"form": form, "path": path, "facts": facts, "sentence": sentence}
    return page_or_422(request, "mentoring/offer.html", context, bound=form.is_bound)


@require_safe
def mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show_one(request, find(request, public_id))


def show_one(request: ViewerRequest, person: Person, **bound: Form) -> HttpResponse:
    """One mentor: how they stand and answer, and for who answers them what they offer."""
    viewer, school = request.viewer, request.viewer.school
    facts = facts_about(person, school)
    context: dict[str, Any] = {
        "mentor": person, "facts": facts, "sentence": may_still(facts),
        "ways": ways_of(person), "reads": language_name(person.language),
        "rate": rates_of(school, [person]).get(person.pk),
        "path": rules.path_of(person), "keeps": rules.may_keep(viewer),
        "may_name": rules.may_name(viewer), "answer_form": AnswerForm(auto_id="answer_%s"),
        "orientation": rules.orientations_of([person.pk]).last(),
    }  # fmt: skip
    status = 422 if bound else 200
    return render(request, "mentoring/mentor.html", context | bound, status=status)


def ways_of(person: Person) -> list[str]:
    """How they are reached about a day, the way they chose first. One statement."""
    return [str(Channel(one).label) for one in contact_of(person).ways(Group.DAILY)]


@require_POST
def invite_known(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody the school knows: once more."""
    person = find(request, public_id)
    actions.invite_mentor(person, by=request.viewer)
    return go_to(request, "mentoring:mentors", _("Invited. The link is on its way."))


@require_POST
def accept(request: ViewerRequest, public_id: str) -> HttpResponse:
    path = find_path(request, public_id)
    actions.accept_mentor(path, by=request.viewer)
    return go_to(request, path, _("Accepted. Their page is on its way."))


@require_POST
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A no, with why for staff."""
    path, form = find_path(request, public_id), AnswerForm(request.POST, auto_id="answer_%s")
    require(rules.may_name(request.viewer))
    if not form.is_valid():
        return show_one(request, path.person, answer_form=form)
    try:
        actions.decline_mentor(path, form.cleaned_data["answer"], by=request.viewer)
    except ValidationError as wrong:
        form.add_error("answer", wrong.messages)
        return show_one(request, path.person, answer_form=form)
    return go_to(request, path, _("Noted."))


@require_POST
def send_page(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The link to their own page."""
    person = find(request, public_id)
    actions.send_page(person, by=request.viewer)
    return go_to(request, "mentoring:mentors", _("On its way."))


@require_POST
def retire(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They guide nobody any more."""
    person = find(request, public_id)
    actions.retire_mentor(person, by=request.viewer)
    return go_to(request, "mentoring:mentors", _("Retired. What they gave is kept."))
