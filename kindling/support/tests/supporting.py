"""Short ways to what the tests of support begin with."""

from __future__ import annotations

from datetime import date

from kindling.schools.roles import Role
from kindling.support import actions
from tests.cast import make_person

LATER = date(2026, 10, 27)


def nora(cast):
    """The case manager: staff, nobody's advisor."""
    if not hasattr(cast, "nora"):
        cast.nora = make_person(cast.school, "Nora Bell", Role.STAFF)
    return cast.nora


def words(cast, **other):
    usual = {
        "kind": "504", "text": "Reads for twenty minutes.", "helps": "Text read aloud.",
        "manager": nora(cast), "advisor_reads": True, "review_on": LATER,
    }  # fmt: skip
    return usual | other


def make_goal(cast, **other):
    return actions.write_goal(cast.luis, words(cast, **other), by=cast.as_("nora"))


def make_concern(cast, **other):
    usual = {
        "strengths": "Kind with animals.", "text": "Sleeps in class.", "owner": nora(cast),
        "look_on": LATER,
    }  # fmt: skip
    return actions.open_concern(cast.luis, by=cast.as_("ana"), **(usual | other))
