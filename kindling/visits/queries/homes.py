"""Visits at home as lists, and whose family nobody visited this school year."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from kindling.people.models import Student
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer
from kindling.visits import rules
from kindling.visits.models import HomeVisit


def home_visits(viewer: Viewer) -> QuerySet[HomeVisit]:
    """The latest first; what did not happen is left out."""
    rows = rules.visible_home_visits(viewer).exclude(state=HomeVisit.State.CANCELLED)
    return rows.order_by("-planned_on", "-pk")


def year_began(viewer: Viewer) -> date | None:
    """The first day of the school year that runs, or ran last. One statement."""
    begun = SchoolYear.of(viewer.school).filter(starts_on__lte=viewer.school.today())
    last = begun.first()
    return last.starts_on if last else None


def unvisited_students(viewer: Viewer) -> QuerySet[Student]:
    """Students one may visit at home whom nobody visited in this school year."""
    been = rules.home_visits_of_students(viewer).filter(student=OuterRef("pk"))
    if began := year_began(viewer):
        been = been.filter(planned_on__gte=began)
    return rules.visitable_homes(viewer).filter(~Exists(been))


def open_home_visits(viewer: Viewer) -> QuerySet[HomeVisit]:
    """The viewer's own ones without a note, whose day is over."""
    states = [HomeVisit.State.PLANNED, HomeVisit.State.DONE]
    rows = rules.my_home_visits(viewer).filter(state__in=states)
    return rows.filter(planned_on__lt=viewer.school.today()).order_by("planned_on", "pk")
