"""Who hears about a step, besides whoever took it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.people.models import Connection, Student
from kindling.placements.models import Pursuit
from kindling.schools.models import Person, School
from kindling.schools.roles import Role


def advisors_of(student: Student, on: date) -> QuerySet[Person]:
    """Return the advisors who work with the student on that day."""
    held = Q(connections__until_on__isnull=True) | Q(connections__until_on__gte=on)
    people: QuerySet[Person] = Person.objects.filter(
        held,
        connections__student=student,
        connections__role=Role.ADVISOR,
        connections__since_on__lte=on,
    )
    return people.distinct()


def coordinators_of(school: School, on: date) -> QuerySet[Person]:
    """Return the school's internship coordinators on that day."""
    held = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=on)
    people: QuerySet[Person] = Person.objects.filter(
        held,
        school=school,
        memberships__role=Role.COORDINATOR,
        memberships__since_on__lte=on,
    )
    return people.distinct()


def guardians_of(student: Student, on: date) -> QuerySet[Person]:
    """Return the student's family on that day."""
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on),
        student=student, role=Role.GUARDIAN, since_on__lte=on,
    )  # fmt: skip
    return Person.objects.filter(pk__in=held.values("adult")).order_by("pk")


def lead_mentors(pursuit: Pursuit, on: date) -> QuerySet[Person]:
    """Return who leads at the site of the place on that day; nobody suspended."""
    held = Q(mentor_sites__until_on__isnull=True) | Q(mentor_sites__until_on__gte=on)
    people: QuerySet[Person] = Person.objects.filter(
        held,
        suspended_at__isnull=True,
        mentor_sites__site=pursuit.opportunity.site_id,
        mentor_sites__is_lead=True,
        mentor_sites__since_on__lte=on,
    )
    return people.order_by("pk").distinct()


def people_in(role: Role, pursuit: Pursuit, on: date) -> list[Person]:
    """Return who answers in this role for a pursuit on that day. One statement."""
    if role == Role.ADVISOR:
        return list(advisors_of(pursuit.student, on))
    if role == Role.COORDINATOR:
        return list(coordinators_of(pursuit.school, on))
    if role == Role.GUARDIAN:
        return list(guardians_of(pursuit.student, on))
    return list(lead_mentors(pursuit, on))
