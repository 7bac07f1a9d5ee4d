"""Short ways to what the tests of courses begin with."""

from __future__ import annotations

from datetime import date, time

from kindling.courses import actions
from kindling.courses.actions.offering import Facts
from kindling.courses.models import Course
from kindling.schools.roles import Role
from tests.cast import make_person

TODAY = date(2026, 10, 13)


def facts(**other) -> Facts:
    usual = {
        "kind": "workshop", "title": "Soldering", "about": "Hot iron, steady hand.",
        "teacher": None, "taught_by": "Pete Voss", "college": "", "credit": "", "room": "B12",
        "capacity": 2, "weekdays": "0,2", "starts_at": time(14), "ends_at": time(15),
        "starts_on": date(2026, 9, 14), "ends_on": date(2026, 11, 20), "may_ask": True,
        "counts_for": None,
    }  # fmt: skip
    return Facts(**(usual | other))


def make_course(cast, by: str = "chen", **other) -> Course:
    return actions.offer_course(facts(**other), by=cast.as_(by))


def nora(cast):
    """A teacher who is nobody's advisor."""
    if not hasattr(cast, "nora"):
        cast.nora = make_person(cast.school, "Nora Bell", Role.STAFF)
    return cast.nora
