"""Who sees which advisory."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent, Substitute
from kindling.people.models import Student
from kindling.people.rules import may_edit_roster, visible_students
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer


def visible_advisories(viewer: Viewer) -> QuerySet[Advisory]:
    """Leaders see all; advisors theirs; students the one they are in."""
    advisories: QuerySet[Advisory] = Advisory.objects.filter(school=viewer.school)
    if viewer.purpose:
        return advisories.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return advisories
    today = viewer.school.today()
    held = Q(advisors__until_on__isnull=True) | Q(advisors__until_on__gte=today)
    seen = Q(pk__in=[])
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(advisors__person=viewer.person_id, advisors__since_on__lte=today) & held
    if viewer.is_a(Role.STUDENT):
        seat = Q(seats__until_on__isnull=True) | Q(seats__until_on__gte=today)
        seen |= Q(seats__student__person=viewer.person_id) & seat
    return advisories.filter(seen).distinct()


def may_change_advisory(viewer: Viewer) -> bool:
    """Who keeps the roster decides who is in which advisory."""
    return may_edit_roster(viewer)


def may_name_substitute(viewer: Viewer, advisory: Advisory) -> bool:
    """Who leads the group names who stands in for them; so do principal and office."""
    if viewer.purpose or advisory.school_id != viewer.school.pk:
        return False
    if may_change_advisory(viewer) or viewer.is_a(Role.PRINCIPAL):
        return True
    led = AdvisoryAdvisor.objects.filter(
        advisory=advisory, person=viewer.person_id, until_on__isnull=True, is_lead=True
    )
    return viewer.is_a(Role.ADVISOR) and led.exists()


def substitute_people(viewer: Viewer) -> QuerySet[Person]:
    """Who may stand in: those who work at the school today."""
    today = viewer.school.today()
    worn = Membership.objects.filter(school=viewer.school, role__in=STAFF, since_on__lte=today)
    worn = worn.exclude(until_on__lt=today)
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people.order_by("sort_name", "pk")


def visible_substitutes(viewer: Viewer, advisory: Advisory) -> QuerySet[Substitute]:
    """Who stands in for the advisor today or later, for whoever may name them."""
    rows: QuerySet[Substitute] = Substitute.objects.filter(
        advisory=advisory, ended_at__isnull=True, until_on__gte=viewer.school.today()
    )
    rows = rows.select_related("person", "named_by", "advisory").order_by("since_on", "pk")
    return rows if may_name_substitute(viewer, advisory) else rows.none()


def with_advisory(students: QuerySet[Student]) -> QuerySet[Any]:
    """The same students, each with `advisory_name` and `advisory_id` of today, or None."""
    seat = AdvisoryStudent.objects.filter(student=OuterRef("pk"), until_on__isnull=True)
    return students.annotate(
        advisory_name=Subquery(seat.values("advisory__name")[:1]),
        advisory_id=Subquery(seat.values("advisory__public_id")[:1]),
    )


def visible_seats(viewer: Viewer, advisory: Advisory) -> QuerySet[AdvisoryStudent]:
    """Who sits in the advisory today. Ask only for an advisory the viewer sees."""
    seats: QuerySet[AdvisoryStudent] = AdvisoryStudent.objects.filter(
        school=viewer.school, advisory=advisory, until_on__isnull=True
    )
    seats = seats.filter(student__in=visible_students(viewer))
    return seats.select_related("student__person").order_by("student__person__sort_name", "pk")


def visible_leads(viewer: Viewer) -> QuerySet[AdvisoryAdvisor]:
    """Who leads which advisory today, among the advisories the viewer sees."""
    leads: QuerySet[AdvisoryAdvisor] = AdvisoryAdvisor.objects.filter(
        school=viewer.school, until_on__isnull=True, advisory__in=visible_advisories(viewer)
    )
    return leads.select_related("person").order_by("-is_lead", "pk")
