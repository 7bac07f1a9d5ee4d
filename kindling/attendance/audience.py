"""Who hears that a day is called off."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import STAFF, Role


def people_to_tell(school: School) -> QuerySet[Person]:
    """Students, their families, and everyone who works at the school. Not its mentors."""
    today = school.today()
    here = Q(until_on__isnull=True) | Q(until_on__gte=today)
    enrolled = Student.objects.filter(school=school, state=Student.State.ENROLLED)
    family = Connection.objects.filter(
        here, school=school, role=Role.GUARDIAN, student__in=enrolled, since_on__lte=today
    )
    staff = Membership.objects.filter(here, school=school, role__in=STAFF, since_on__lte=today)
    whom = (
        Q(pk__in=enrolled.values("person"))
        | Q(pk__in=family.values("adult"))
        | Q(pk__in=staff.values("person"))
    )
    people: QuerySet[Person] = Person.objects.filter(whom, school=school)
    return people.order_by("pk")


def mentors_of(school: School, placements: list[int]) -> QuerySet[Person]:
    """The mentors of the internships with these keys."""
    held = Placement.objects.filter(school=school, pk__in=placements)
    people: QuerySet[Person] = Person.objects.filter(school=school, pk__in=held.values("mentor"))
    return people.order_by("pk")
