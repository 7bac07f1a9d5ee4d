"""Pursuits and internships in every state, made the way people make them: by the actions."""

from __future__ import annotations

from datetime import date, time

from kindling.people.models import Student
from kindling.placements import actions
from kindling.placements.models import Placement, Pursuit
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from tests.cast import Cast

TUESDAYS_AND_THURSDAYS = [(1, time(9), time(14)), (3, time(9), time(14))]


def make_asked(student: Student, place: Opportunity) -> Pursuit:
    """The student asked to go after the place."""
    by = Viewer.of_person(student.person)
    return actions.request_pursuit(student, place, "I like animals.", by=by)


def make_pursuit(
    cast: Cast, student: Student, place: Opportunity, until_on: date | None = None
) -> Pursuit:
    """Chen said: go ahead."""
    pursuit = make_asked(student, place)
    actions.approve_pursuit(pursuit, until_on, by=cast.as_("chen"))
    return pursuit


def make_ready(cast: Cast, student: Student, place: Opportunity) -> Pursuit:
    """The student and the place agreed, and the student asks to start."""
    pursuit = make_pursuit(cast, student, place)
    by = Viewer.of_person(student.person)
    actions.request_start(pursuit, "Learn to handle animals.", by=by)
    return pursuit


def make_placement(cast: Cast, student: Student, place: Opportunity, **plan) -> Placement:
    """Ana set it up with Sam: Tuesdays and Thursdays, 9 to 14, from today. Pass what differs."""
    pursuit = make_ready(cast, student, place)
    usual = {
        "mentor": cast.sam,
        "starts_on": date(2026, 10, 13),
        "ends_on": None,
        "schedule": TUESDAYS_AND_THURSDAYS,
        "goals": "Handle animals safely.",
    }
    return actions.start_placement(pursuit, **(usual | plan), by=cast.as_("ana"))
