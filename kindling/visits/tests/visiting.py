"""An internship of Luis at the shelter, and one at Northgate that could leak."""

from __future__ import annotations

from kindling.people.actions import connect
from kindling.people.models import Student
from kindling.placements.models import Placement, Pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from tests.cast import Cast, make_person, make_place, make_student


def make_placement(student: Student, place: Opportunity, mentor, **facts) -> Placement:
    seat = place.seats.get()
    pursuit = Pursuit.objects.create(
        school=student.school, student=student, opportunity=place, seat=seat, why="Dogs.",
        state=Pursuit.State.LANDED,
    )  # fmt: skip
    return Placement.objects.create(
        school=student.school, pursuit=pursuit, student=student, opportunity=place,
        site=place.site, mentor=mentor, **({"starts_on": "2026-09-08"} | facts),
    )  # fmt: skip


def at_shelter(cast: Cast, **facts) -> Placement:
    made = make_placement(cast.luis, cast.shelter, cast.sam, **facts)
    made.refresh_from_db()
    return made


def at_north(cast: Cast) -> Placement:
    """Otto's own student, visited by Otto."""
    from datetime import date  # noqa: PLC0415

    student = make_student(cast.north, "Nils Berg", "101", date(2012, 1, 1))
    connect(student, cast.otto, Role.ADVISOR, by=Viewer.system(cast.north))
    place = make_place(cast.north, "North Bakery", "Baker")
    made = make_placement(student, place, make_person(cast.north, "Pia Hall", Role.MENTOR))
    made.refresh_from_db()
    return made
