"""Who hears that a day is called off."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardian_ties
from kindling.placements.models import Placement
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import STAFF


def people_to_tell(school: School) -> QuerySet[Person]:
    """Students, their families, and everyone who works at the school. Not its mentors."""
    today = school.today()
    here = Q(until_on__isnull=True) | Q(until_on__gte=today)
    enrolled = Student.objects.filter(school=school, state=Student.State.ENROLLED)
    family = guardian_ties(Matter.TOLD, today).filter(school=school, student__in=enrolled)
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
