"""Whom something lost may touch: what the log says was opened, and what could have been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from kindling.looks.models import Look, What
from kindling.passes.models import PassUse
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.privacy.models import Breach
from kindling.schools.models import Membership, Person
from kindling.schools.roles import LEADERS, Role

# Part of the record in the book of looks → heading of the schedule.
HEADING = {
    What.PAGE: "who", What.DAYS: "days", What.PLAN: "plan", What.WORK: "work",
    What.WORDS: "marks", What.CARE: "care",
}  # fmt: skip
IN_FULL = ("who", "days", "places", "plan", "work", "marks", "care", "letters")
OPEN_TO = {
    Role.ADVISOR: (*IN_FULL, "private"),
    Role.MENTOR: ("who", "days", "places"),
}
# A guardian could open what they were let into, and no more.
OF_MATTER = {
    Matter.DAYS: ("days", "places"), Matter.PLAN: ("plan",), Matter.WORK: ("work",),
    Matter.WORDS: ("marks",), Matter.CARE: ("care",), Matter.TOLD: ("letters",),
}  # fmt: skip
Touched = dict[int, set[str]]


def opened(breach: Breach) -> Touched:
    """Student → headings, by the books: pages that were opened and links that were used."""
    found: Touched = defaultdict(set)
    if breach.person is None:
        return found
    span = (breach.since_on, breach.until_on)
    if breach.kind != Breach.Kind.LINK:
        looks = Look.objects.filter(person=breach.person, on__range=span)
        for student, what in looks.values_list("student", "what").distinct():
            found[student].add(HEADING[What(what)])
    moments = (_at(breach, breach.since_on), _at(breach, breach.until_on + timedelta(days=1)))
    uses = PassUse.objects.filter(held__bearer=breach.person, at__range=moments)
    for student in uses.values_list("held__about", flat=True).distinct():
        if student:
            found[student] |= {"who", "days", "places"}
    return found


def _at(breach: Breach, day: date) -> datetime:
    return datetime.combine(day, time(), breach.school.zone)


def reachable(breach: Breach) -> Touched:
    """Student → headings that the person could have opened in those days."""
    found: Touched = defaultdict(set)
    person = breach.person
    if person is None:
        return found
    for student, topics in _tied(breach, person):
        found[student] |= set(topics)
    if breach.kind == Breach.Kind.LINK:
        return found
    own = Student.objects.filter(person=person).values_list("pk", flat=True)
    for student in own:
        found[student] |= {*IN_FULL, "private"}
    if _hats(breach, person).filter(role__in=LEADERS).exists():
        there = Student.objects.filter(school=breach.school, enrolled_on__lte=breach.until_on)
        there = there.filter(Q(left_on__isnull=True) | Q(left_on__gte=breach.since_on))
        for student in there.values_list("pk", flat=True):
            found[student] |= set(IN_FULL)
    return found


def _tied(breach: Breach, person: Person) -> Iterator[tuple[int, Iterable[str]]]:
    """(student, headings) of those whom the person worked with then; by link only what links show."""
    ties = Connection.objects.filter(adult=person, since_on__lte=breach.until_on)
    ties = ties.filter(Q(until_on__isnull=True) | Q(until_on__gte=breach.since_on))
    if breach.kind == Breach.Kind.LINK:
        ties = ties.exclude(role=Role.ADVISOR)
    for tie in ties:
        yield tie.student_id, _let_into(tie)
    guided = Placement.objects.filter(mentor=person, starts_on__lte=breach.until_on)
    guided = guided.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=breach.since_on))
    for student in guided.values_list("student", flat=True):
        yield student, OPEN_TO[Role.MENTOR]


def _let_into(tie: Connection) -> Iterable[str]:
    if tie.role != Role.GUARDIAN:
        return OPEN_TO[Role(tie.role)]
    told = (topics for matter, topics in OF_MATTER.items() if getattr(tie, matter.column))
    return {"who", *(topic for topics in told for topic in topics)}


def _hats(breach: Breach, person: Person) -> QuerySet[Membership]:
    worn = Membership.objects.filter(person=person, since_on__lte=breach.until_on)
    return worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=breach.since_on))
