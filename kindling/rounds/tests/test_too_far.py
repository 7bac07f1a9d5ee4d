"""A round's limit goes by the timetable, where the school has one."""

from kindling.rounds.eligibility import Gate
from kindling.rounds.tests.rounds import make_open, place_of
from kindling.sites.tests.conftest import at
from kindling.travel.tests.feeds import FAR_AWAY, HILL_TOP, put_in_use


def bars(cast, most):
    at(cast.shelter, HILL_TOP)
    at(cast.clinic, FAR_AWAY)
    put_in_use(cast.as_("chen"))
    one = make_open(cast, cast.shelter, cast.clinic, most_minutes=most)
    gate = Gate(one, [cast.luis])
    found = [gate.bar(cast.luis, place_of(one, offer)) for offer in (cast.shelter, cast.clinic)]
    return [bar.code if bar else "" for bar in found]


def test_farther_than_the_round_goes_and_what_needs_a_car(cast):
    assert bars(cast, 26) == ["far", "far"]  # 27 minutes by bus; in a straight line 21


def test_within_reach(cast):
    assert bars(cast, 30) == ["", "far"]


def test_without_a_limit_nobody_is_kept_from_a_place(cast):
    assert bars(cast, None) == ["", ""]
