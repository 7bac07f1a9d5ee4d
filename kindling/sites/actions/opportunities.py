"""What students can do at a site: added, changed, paused, opened again, closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Commute, Opportunity, OpportunityArea, Seat, Site


@transaction.atomic
def add_opportunity(
    site: Site, *, by: Viewer, title: str, areas: Iterable[str] = (), **facts: Any
) -> Opportunity:
    """Offer something at a site, with its seats. `facts` are Opportunity's own fields."""
    require(rules.may_edit_places(by) and site.school_id == by.school.pk)
    chosen = list(dict.fromkeys(areas))
    place = Opportunity(school=by.school, site=site, title=title, **facts)
    place.compose_words(chosen).save()
    _set_areas(place, chosen)
    _add_seats(place, range(1, place.capacity + 1))
    record("opportunity.add", place, by=by, title=title)
    return place


@transaction.atomic
def change_opportunity(
    opportunity: Opportunity, *, by: Viewer, areas: Iterable[str] | None = None, **facts: Any
) -> None:
    """Change what, when, or for how many; the earlier values stay in the history.

    Raises Refused when the new capacity is below the seats that students hold.
    """
    require(rules.may_edit_places(by))
    was = {k: getattr(opportunity, k) for k, v in facts.items() if getattr(opportunity, k) != v}
    before = list(opportunity.areas.order_by("pk").values_list("area", flat=True))
    chosen = before if areas is None else list(dict.fromkeys(areas))
    if not was and set(chosen) == set(before):
        return
    for name in was:
        setattr(opportunity, name, facts[name])
    # The row is written first: of two people who change the seats, one waits for the other.
    opportunity.compose_words(chosen).save(update_fields=[*was, "words", "passage"])
    if set(chosen) != set(before):
        was["areas"] = ", ".join(before)
        _set_areas(opportunity, chosen)
    if "capacity" in was:
        _set_seats(opportunity)
    Commute.forget(was, opportunity=opportunity)
    record("opportunity.change", opportunity, by=by, was={k: str(v) for k, v in was.items()})


@transaction.atomic
def pause_opportunity(
    opportunity: Opportunity, *, by: Viewer, ask_again_on: date | None = None
) -> None:
    """Let the place rest, until a day in the future on which the coordinator asks again."""
    require(rules.may_edit_places(by))
    if ask_again_on is not None and ask_again_on <= by.school.today():
        raise Refused(_("Choose a day after today to ask again."))
    take_step(opportunity, "pause", by=by, ask_again_on=ask_again_on, reminded_on=None)


def hold_site(site: Site, *, by: Viewer) -> None:
    """Pause all open places of a site without asking whether one may: for actions that have asked.

    The history says that they were paused, never why. Raises Refused when none is open.
    """
    places = list(site.opportunities.filter(state=Opportunity.State.OPEN))
    if not places:
        raise Refused(_("Nothing is open there."))
    for place in places:
        take_step(place, "pause", by=by, ask_again_on=None, reminded_on=None)


@transaction.atomic
def open_opportunity(opportunity: Opportunity, *, by: Viewer) -> None:
    """Take students again."""
    require(rules.may_edit_places(by))
    take_step(opportunity, "open", by=by, ask_again_on=None, reminded_on=None)


@transaction.atomic
def close_opportunity(opportunity: Opportunity, *, by: Viewer) -> None:
    """Take no more students. Whoever learns there now stays; students no longer find it."""
    require(rules.may_edit_places(by))
    take_step(opportunity, "close", by=by, ask_again_on=None, reminded_on=None)


def _set_areas(opportunity: Opportunity, areas: list[str]) -> None:
    """Replace the areas; the first one gives the place its picture and colour."""
    opportunity.areas.all().delete()
    OpportunityArea.objects.bulk_create(
        [
            OpportunityArea(school=opportunity.school, opportunity=opportunity, area=area)
            for area in areas
        ]
    )


def _add_seats(opportunity: Opportunity, numbers: Iterable[int]) -> None:
    Seat.objects.bulk_create(
        [
            Seat(school=opportunity.school, opportunity=opportunity, number=number)
            for number in numbers
        ]
    )


def _set_seats(opportunity: Opportunity) -> None:
    """Offer as many seats as the capacity says; only free ones may go."""
    seats = list(opportunity.seats.order_by("number"))
    taken = [seat for seat in seats if seat.is_taken]
    if opportunity.capacity < len(taken):
        raise Refused(_too_few(len(taken)))
    free = [seat for seat in seats if not seat.is_taken]
    kept = free[: opportunity.capacity - len(taken)]
    gone = free[len(kept) :]
    rows = opportunity.seats.filter(is_taken=False)
    if rows.filter(pk__in=[seat.pk for seat in gone]).update(is_offered=False) < len(gone):
        raise Refused(_("Someone took a seat while you were changing this. Look at it again."))
    rows.filter(pk__in=[seat.pk for seat in kept]).update(is_offered=True)
    missing = opportunity.capacity - len(taken) - len(kept)
    last = seats[-1].number if seats else 0
    _add_seats(opportunity, range(last + 1, last + 1 + missing))


def _too_few(taken: int) -> str:
    return ngettext(
        "%(taken)s student holds a seat here. Enter %(taken)s or more.",
        "%(taken)s students hold seats here. Enter %(taken)s or more.",
        taken,
    ) % {"taken": taken}
