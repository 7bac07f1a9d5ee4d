"""Interests: the student's own page, and the part that the people around them read."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.advisory.rules import visible_advisories
from kindling.interests import actions, rules
from kindling.interests.board import board_of
from kindling.interests.forms import InterestForm, NewInterestForm
from kindling.interests.journal import journal_of
from kindling.interests.models import Interest
from kindling.interests.queries import card_of, interest_page
from kindling.kit.http import answer, go_to, is_partial, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest


@require_safe
def mine(request: ViewerRequest) -> HttpResponse:
    """The student's own interests: current first, newest first."""
    require(rules.may_keep_interests(request.viewer))
    return render(request, "interests/mine.html", listed(request))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_interests(request.viewer))
    first = {"came_from": request.GET.get("from", "")}
    form = NewInterestForm(sent(request), viewer=request.viewer, initial=first)
    if form.is_bound and form.is_valid():
        actions.add_interest(by=request.viewer, **form.cleaned_data)
        return go_to(request, "interests:mine", _("Written down. Only you see it."))
    context = {"form": form, "interest": None}
    return page_or_422(request, "interests/edit.html", context, bound=form.is_bound)


@require_safe
def journal(request: ViewerRequest) -> HttpResponse:
    """How the student's interests moved, newest first. Only they read it."""
    require(rules.may_keep_interests(request.viewer))
    page = page_of(request, journal_of(request.viewer))
    return render(request, "interests/journal.html", {"page": page})


@require_safe
def boards(request: ViewerRequest) -> HttpResponse:
    """The advisories whose shared interests one may read; the only one at once."""
    require(rules.may_see_boards(request.viewer))
    page = page_of(request, visible_advisories(request.viewer).order_by("name", "pk"))
    if page.paginator.count == 1:
        return redirect("interests:board", page.object_list[0].public_id)
    return render(request, "interests/boards.html", {"page": page})


@require_safe
def board(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the students of one advisory share: threads, and what somebody cares about alone."""
    advisory = get_object_or_404(visible_advisories(request.viewer), public_id=public_id)
    require(rules.may_see_boards(request.viewer))
    context = {"board": board_of(request.viewer, advisory), "advisory": advisory}
    return render(request, "interests/board.html", context)


@require_safe
def interest(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_own(request, public_id)
    context = {"page": interest_page(request.viewer, found), "interest": found}
    return render(request, "interests/interest.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_own(request, public_id)
    first = {name: getattr(found, name) for name in ("words", "why", "since_on", "area")}
    form = InterestForm(sent(request), viewer=request.viewer, initial=first)
    if form.is_bound and form.is_valid():
        actions.change_interest(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("Changes saved. Your earlier words stay with you."))
    context = {"form": form, "interest": found}
    return page_or_422(request, "interests/edit.html", context, bound=form.is_bound)


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_own(request, public_id)
    actions.share_interest(found, by=request.viewer)
    return shown(request, found, _("Shared. The people who work with you can read it."))


@require_POST
def unshare(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_own(request, public_id)
    actions.unshare_interest(found, by=request.viewer)
    return shown(request, found, _("Private again. Only you see it."))


@require_POST
def end(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_own(request, public_id)
    actions.end_interest(found, by=request.viewer)
    return shown(request, found, _("Ended. You can still read it."))


@require_safe
def interests_of(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What a student shares, for all who may see the student; htmx asks for the part alone."""
    student = get_object_or_404(visible_students(request.viewer, Matter.PLAN), public_id=public_id)
    page = page_of(request, rules.shared_interests(request.viewer, student))
    context = {"student": student, "page": page, "cards": [card_of(row) for row in page]}
    template = "interests/_shared.html" if is_partial(request) else "interests/shared.html"
    return render(request, template, context)


def find_own(request: ViewerRequest, public_id: str) -> Interest:
    """404 for interests of other students, shared or not: they are read on the student's page."""
    own = rules.own_interests(request.viewer).select_related("student", "came_from")
    return get_object_or_404(own, public_id=public_id)


def listed(request: ViewerRequest) -> dict[str, Any]:
    page = page_of(request, rules.in_order(rules.own_interests(request.viewer)))
    return {"page": page, "cards": [card_of(row) for row in page]}


def shown(request: ViewerRequest, interest: Interest, toast: str) -> HttpResponse:
    """Answer with the one interest, or go back to its page."""
    context = {"card": card_of(interest)}
    return answer(request, "interests/_standing.html", context, to=interest, toast=toast)
