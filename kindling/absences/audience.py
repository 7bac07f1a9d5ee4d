"""Who hears of an absence: advisors, the desk, mentors who expect the student, the family."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kindling.absences.rules import desk_roles
from kindling.attendance.timetable import Timetable, timetable
from kindling.people.models import Student
from kindling.placements.models import Placement, PlannedDay
from kindling.schools.models import Person, School
from kindling.schools.roles import Role


def desk_people(school: School, on: date) -> QuerySet[Person]:
    """Who takes word of absences on that day. One statement more for the school's choice."""
    return people_with(school, desk_roles(school), on)


def people_with(school: School, roles: Iterable[str], on: date) -> QuerySet[Person]:
    """People who wear one of these hats on that day."""
    held = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=on)
    hats = {"memberships__role__in": list(roles), "memberships__since_on__lte": on}
    people: QuerySet[Person] = Person.objects.filter(held, school=school, **hats)
    return people.distinct()


def connected(student: Student, role: Role, on: date) -> QuerySet[Person]:
    """Adults who work with the student in this role on that day."""
    held = Q(connections__until_on__isnull=True) | Q(connections__until_on__gte=on)
    named = {"connections__student": student, "connections__role": role}
    named |= {"connections__has_days": True, "connections__has_told": True}
    people: QuerySet[Person] = Person.objects.filter(held, connections__since_on__lte=on, **named)
    return people.distinct()


def plan_of(student: Student, first: date, last: date) -> Timetable:
    """The student's timetable. One statement."""
    planned = PlannedDay.objects.filter(school=student.school_id, placement__student=student)
    return timetable(student.school, first, last, planned)


def mentors_in(plan: Timetable, first: date, last: date) -> list[Person]:
    """The mentors who expect the student on one of these days, each once. One statement."""
    keys = {one.placement_id for one in plan.days(first, last)}
    if not keys:
        return []
    rows = Placement.objects.filter(pk__in=keys).select_related("mentor")
    return list({row.mentor_id: row.mentor for row in rows}.values())
