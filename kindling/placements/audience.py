"""Who hears about a step, besides whoever took it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.people.models import Student
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
