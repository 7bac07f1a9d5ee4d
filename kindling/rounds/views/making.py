"""The coordinator makes a round, and chooses its places."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.rounds import actions, rules
from kindling.rounds.forms import RoundForm, SecondForm, seats_from, works
from kindling.rounds.views.pages import find
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: ViewerRequest) -> HttpResponse:
    """A new round; its places come next."""
    require(rules.may_run_rounds(request.viewer))
    form = RoundForm(sent(request))
    made = []

    def act() -> None:
        made.append(actions.make_round(by=request.viewer, **form.cleaned_data))

    if form.is_bound and works(form, act):
        return redirect("rounds:places", made[0].public_id)
    return page_or_422(request, "rounds/make.html", {"form": form}, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    form = RoundForm(sent(request), one=one)

    def act() -> None:
        actions.change_round(one, by=request.viewer, **form.cleaned_data)

    if form.is_bound and works(form, act):
        return go_to(request, one, _("Saved."))
    context = {"form": form, "round": one}
    return page_or_422(request, "rounds/change.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def places(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How many seats of which place are in the round. What stands on other pages stays."""
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    page = page_of(request, rules.places_to_offer(request.viewer))
    kept = {row.opportunity.public_id: row for row in one.places.select_related("opportunity")}
    seats = {key: row.seats for key, row in kept.items()}
    wrong = ""
    if request.method == "POST":
        here = {place.public_id: place for place in page}
        seats |= seats_from(request.POST, list(here))
        chosen = {row.opportunity: seats[key] for key, row in kept.items() if key not in here}
        chosen |= {place: seats[key] for key, place in here.items()}
        try:
            actions.choose_places(one, chosen, by=request.viewer)
        except ValidationError as error:
            wrong = " ".join(error.messages)
        else:
            return go_to(request, one, _("Saved."))
    context = {"round": one, "page": page, "seats": seats, "wrong": wrong}
    return page_or_422(request, "rounds/places.html", context, bound=bool(wrong))


@require_http_methods(["GET", "HEAD", "POST"])
def second(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A round on the seats left over."""
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    form = SecondForm(sent(request))
    made = []

    def act() -> None:
        when = form.cleaned_data["closes_at"]
        made.append(actions.make_second_round(one, when, by=request.viewer))

    if form.is_bound and works(form, act):
        return go_to(request, made[0], _("Made. Look at the places, then open it."))
    context = {"form": form, "round": one}
    return page_or_422(request, "rounds/second.html", context, bound=form.is_bound)
