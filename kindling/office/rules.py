"""Who runs a school."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.people.rules import visible_people
from kindling.schools import world
from kindling.schools.models import Membership, Person, School, SchoolYear, Term
from kindling.schools.roles import GIVEN, Role
from kindling.schools.viewer import Viewer

# Hats the office gives. Students, families and mentors get theirs with the roster and places.
OFFICE_HATS = [r for r in GIVEN if r not in (Role.STUDENT, Role.GUARDIAN, Role.MENTOR)]


def may_change_school(viewer: Viewer) -> bool:
    """Settings, years, terms and hats are for principal and administrators."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM) and not viewer.purpose


def may_finish_set_up(viewer: Viewer) -> bool:
    """The first questions are for an administrator."""
    return viewer.is_a(Role.ADMINISTRATOR, Role.SYSTEM) and not viewer.purpose


def visible_years(viewer: Viewer) -> QuerySet[SchoolYear]:
    """Everyone at the school knows its years, the newest first."""
    return SchoolYear.objects.filter(school=viewer.school).order_by("-starts_on")


def visible_terms(viewer: Viewer) -> QuerySet[Term]:
    return Term.of(viewer.school)


def visible_hats(viewer: Viewer) -> QuerySet[Membership]:
    """The hats of the office that are worn today or from a later day on, for who may give them."""
    hats: QuerySet[Membership] = Membership.objects.filter(school=viewer.school)
    if not may_change_school(viewer):
        return hats.none()
    open_ = Q(until_on__isnull=True) | Q(until_on__gte=viewer.school.today())
    return hats.filter(open_, role__in=OFFICE_HATS).select_related("person")


def visible_holders(viewer: Viewer) -> QuerySet[Person]:
    """The people to whom this viewer may give a hat: everyone at the school but students."""
    if not may_change_school(viewer):
        return Person.objects.none()
    return visible_people(viewer).filter(student__isnull=True)


def open_schools() -> QuerySet[School]:
    """Schools that were imported and that nobody has set up yet."""
    return School.objects.filter(set_up_at=None).order_by("name")


def may_set_up() -> bool:
    """The first page is open until a school is set up or administered, and never in a demo."""
    return world.is_empty()
