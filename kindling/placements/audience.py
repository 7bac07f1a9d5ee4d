"""Who hears about a step, besides whoever took it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardian_ties
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


def guardians_of(student: Student, on: date, matter: Matter) -> QuerySet[Person]:
    """Return the student's family on that day, as far as they are let into the matter."""
    held = guardian_ties(matter, on).filter(student=student)
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
        return list(guardians_of(pursuit.student, on, Matter.DECIDE))
    return list(lead_mentors(pursuit, on))
