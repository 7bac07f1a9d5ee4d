"""A round of Harbor View for the tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kindling.rounds import actions
from kindling.rounds.models import Round, RoundPlace
from kindling.sites.models import Opportunity
from tests.cast import Cast, make_student

CLOSES = datetime(2026, 10, 20, 18, 0, tzinfo=ZoneInfo("America/New_York"))
AFTER = CLOSES + timedelta(minutes=1)


def make_open(cast: Cast, *places: Opportunity, **facts) -> Round:
    """Chen's round with all seats of these places (the shelter), open until a Tuesday."""
    by = cast.as_("chen")
    facts = {"name": "Winter places", "closes_at": CLOSES, **facts}
    one = actions.make_round(by=by, **facts)
    places = places or (cast.shelter,)
    actions.choose_places(one, {place: place.capacity for place in places}, by=by)
    actions.open_round(one, by=by)
    return one


def place_of(one: Round, opportunity: Opportunity) -> RoundPlace:
    return RoundPlace.objects.select_related("opportunity__site", "round").get(
        round=one, opportunity=opportunity
    )


def put_list(cast: Cast, one: Round, name: str, *places: Opportunity) -> None:
    by, student = cast.as_(name), getattr(cast, name)
    for place in places:
        actions.change_list(one, student, "add", place_of(one, place), by=by)


def classmate(cast: Cast, name: str, grade: str = "401"):
    """One more student, who may be asked for by first name like the others."""
    student = make_student(cast.school, name, grade, date(2009, 5, 5))
    setattr(cast, name.split(maxsplit=1)[0].lower(), student)
    return student
