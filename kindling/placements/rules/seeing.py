"""Who sees pursuits and internships, and what hangs on them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.history.models import Event
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.placements.models import (
    Attempt,
    Placement,
    PlacementQuerySet,
    Pursuit,
    PursuitLimit,
)
from kindling.placements.models import PursuitQuerySet as Pursuits
from kindling.placements.rules.doers import SYSTEM
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site


def visible_pursuits(viewer: Viewer) -> Pursuits:
    """You see a pursuit if you see its student; the bearer of a pass sees none."""
    pursuits: Pursuits = Pursuit.objects.filter(school=viewer.school)
    if viewer.purpose:
        return pursuits.none()
    if viewer.is_leader or viewer.is_a(SYSTEM):
        return pursuits
    return pursuits.filter(student__in=visible_students(viewer, Matter.DAYS).values("pk"))


def visible_placements(viewer: Viewer) -> PlacementQuerySet:
    """You see an internship if you see its student; the bearer of a pass sees none."""
    placements: PlacementQuerySet = Placement.objects.filter(school=viewer.school)
    if viewer.purpose:
        return placements.none()
    if viewer.is_leader or viewer.is_a(SYSTEM):
        return placements
    return placements.filter(student__in=visible_students(viewer, Matter.DAYS).values("pk"))


def attempts_of(pursuit: Pursuit) -> QuerySet[Attempt]:
    """Return the tries of a pursuit one may see, newest first."""
    return Attempt.objects.filter(pursuit=pursuit).order_by("-at", "-pk")


def limits_of(student: Student) -> QuerySet[PursuitLimit]:
    """Return the numbers set for a student one may see, the newest first."""
    return PursuitLimit.objects.filter(student=student).select_related("by").order_by("-at", "-pk")


def story_of(thing: Pursuit | Placement) -> QuerySet[Event]:
    """Return what happened to a thing one may see, oldest first."""
    events: QuerySet[Event] = Event.objects.filter(
        school_id=thing.school_id, subject_id=thing.public_id
    )
    return events.select_related("by").order_by("at", "pk")


def mentors_at(site: Site, on: date) -> QuerySet[Person]:
    """Return who guides interns at the site on that day, the lead first; nobody suspended."""
    held = Q(mentor_sites__until_on__isnull=True) | Q(mentor_sites__until_on__gte=on)
    people: QuerySet[Person] = Person.objects.filter(
        held, mentor_sites__site=site, mentor_sites__since_on__lte=on, suspended_at__isnull=True
    )
    return people.order_by("-mentor_sites__is_lead", "sort_name", "pk").distinct()
