"""Whom to thank, what students wrote, and the letters that left."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.rules import is_own
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.thanks import actions, rules
from kindling.thanks.forms import ReturnForm, SendForm, WordsForm
from kindling.thanks.models import Thanks
from kindling.thanks.queries import year_now

SHOWN = ("waiting", "ended", "year", "sent")


@require_safe
def thanks(request: ViewerRequest) -> HttpResponse:
    """What waits for a reader, whom nobody has thanked, and what was sent."""
    require(rules.guides(request.viewer) or request.viewer.is_a(Role.STUDENT))
    for_years = rules.thanks_for_years(request.viewer)
    show = request.GET.get("show", "")
    show = show if show in SHOWN and (show != "year" or for_years) else SHOWN[0]
    context = {"show": show, "for_years": for_years, "guides": rules.guides(request.viewer)}
    return render(request, "thanks/thanks.html", context | rows_of(request, show))


def rows_of(request: ViewerRequest, show: str) -> dict[str, Any]:
    """One page of what is shown."""
    viewer = request.viewer
    if show == "ended":
        return {"page": page_of(request, rules.unthanked_placements(viewer)), "year": None}
    if show == "year":
        year = year_now(viewer)
        found = rules.mentors_of_year(viewer, year) if year else ()
        return {"page": page_of(request, found), "year": year}
    is_sent = show == "sent"
    rows = rules.visible_thanks(viewer)
    sent_ones = rows.filter(state=Thanks.State.SENT)
    chosen = sent_ones if is_sent else rows.exclude(state=Thanks.State.SENT)
    return {"page": page_of(request, chosen), "year": None}


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Say thank you for one internship."""
    found = rules.thankable_placements(request.viewer)
    placement = get_object_or_404(found, public_id=public_id)
    require(rules.may_write(request.viewer, placement))
    own = is_own(request.viewer, placement.student)
    form = WordsForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.write_thanks(placement, form.cleaned_data["words"], by=request.viewer)
        told = _("Your advisor reads it and sends it.") if own else _("On its way.")
        return go_to(request, "thanks:thanks", told)
    context = {"form": form, "own": own, "mentor": placement.mentor, "placement": placement}
    context["minutes"] = rules.minutes_for(placement)
    return page_or_422(request, "thanks/write.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def year(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The yearly letter to one mentor."""
    require(rules.thanks_for_years(request.viewer))
    this_year = year_now(request.viewer)
    found = rules.mentors_of_year(request.viewer, this_year) if this_year else None
    if found is None or this_year is None:
        return go_to(request, "thanks:thanks", _("The school has no year yet."))
    mentor = get_object_or_404(found, public_id=public_id)
    form, minutes = WordsForm(sent(request)), getattr(mentor, "minutes", 0)
    if form.is_bound and form.is_valid():
        words = form.cleaned_data["words"]
        actions.thank_for_year(mentor, this_year, words, minutes=minutes, by=request.viewer)
        return go_to(request, "thanks:thanks", _("On its way."))
    context = {"form": form, "own": False, "mentor": mentor, "placement": None, "minutes": minutes}
    return page_or_422(request, "thanks/write.html", context, bound=form.is_bound)


@require_safe
def letter(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One letter, with what may be done about it."""
    return show(request, find(request, public_id))


@require_safe
def print_letter(request: ViewerRequest, public_id: str) -> HttpResponse:
    """On paper."""
    return render(request, "thanks/print.html", {"letter": find(request, public_id)})


@require_POST
def send(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Sign with the student, and send it."""
    found = find(request, public_id)
    require(rules.may_decide(request.viewer, found))
    form = SendForm(request.POST)
    if not form.is_valid():
        return show(request, found, send_form=form)
    actions.send_thanks(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("On its way."))


@require_POST
def give_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    require(rules.may_decide(request.viewer, found))
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return show(request, found, return_form=form)
    actions.return_thanks(found, form.cleaned_data["reply"], by=request.viewer)
    return go_to(request, "thanks:thanks", _("Given back."))


def show(request: ViewerRequest, found: Thanks, **bound: Any) -> HttpResponse:
    decides = found.state != Thanks.State.SENT and rules.may_decide(request.viewer, found)
    context = {"letter": found, "decides": decides, "send_form": SendForm()}
    context |= {"return_form": ReturnForm(), **bound}
    mine = found.by_id == request.viewer.person_id and found.state != Thanks.State.SENT
    context["may_rewrite"] = mine and found.placement is not None
    return page_or_422(request, "thanks/letter.html", context, bound=bool(bound))


def find(request: ViewerRequest, public_id: str) -> Thanks:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_thanks(request.viewer), public_id=public_id)
