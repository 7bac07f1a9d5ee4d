"""Whose time is over: the students and grown-ups past an end, without those on hold."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time
from functools import cached_property

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from kindling.inventory.holding import held_for_others
from kindling.inventory.words import KEEPS, Clock, months_of
from kindling.people.models import Connection, Student
from kindling.privacy.models import Hold, WorkWish
from kindling.privacy.rules import chosen_months
from kindling.schools.models import Membership, Person, School

KEEP, DELETE = WorkWish.Wish.KEEP, WorkWish.Wish.DELETE


class Whose:
    """The answers for one school on one day. Each set is read once."""

    def __init__(self, school: School, on: date) -> None:
        self.school, self.on = school, on
        self.months = chosen_months(school)
        self._past: dict[str, set[int]] = {}

    def before(self, keep: str) -> date:
        """What ended on this day or earlier is past the end."""
        return months_before(self.on, months_of(keep, self.months))

    def moment(self, keep: str) -> datetime:
        """The same for moments: the beginning of that day at the school."""
        return datetime.combine(self.before(keep), time(), self.school.zone)

    @cached_property
    def held(self) -> set[int]:
        """Students about whom nothing is destroyed."""
        rows = Hold.objects.filter(school=self.school, ended_at__isnull=True)
        return {*rows.values_list("student", flat=True), *held_for_others(self.school.pk)}

    @cached_property
    def held_people(self) -> set[int]:
        """Those students themselves, and every grown-up who ever worked with them."""
        own = Student.objects.filter(pk__in=self.held).values_list("person", flat=True)
        adults = Connection.objects.filter(student__in=self.held).values_list("adult", flat=True)
        return {*own, *adults}

    @cached_property
    def wishes(self) -> dict[int, str]:
        """Student → what they last said of their own work."""
        rows = WorkWish.objects.filter(school=self.school).order_by("at", "pk")
        return dict(rows.values_list("student", "wish"))

    def students(self, keep: str) -> set[int]:
        """Students who left so long ago that this end is past."""
        if keep not in self._past:
            self._past[keep] = self._students(keep)
        return self._past[keep]

    def _students(self, keep: str) -> set[int]:
        gone = Student.objects.filter(school=self.school).exclude(state=Student.State.ENROLLED)
        past = set(gone.filter(left_on__lte=self.before(keep)).values_list("pk", flat=True))
        if KEEPS[keep].is_own:
            left = set(gone.filter(left_on__lt=self.on).values_list("pk", flat=True))
            past |= {pk for pk in left if self.wishes.get(pk) == DELETE}
            past -= {pk for pk, wish in self.wishes.items() if wish == KEEP}
        return past - self.held

    @cached_property
    def people(self) -> set[int]:
        """People whose last hat or connection ended so long ago that nobody needs to reach them."""
        before = self.before("contact")
        past = set(self._grown_ups(before).values_list("pk", flat=True))
        learned = Student.objects.filter(school=self.school).exclude(state=Student.State.ENROLLED)
        for pk, person, left in learned.values_list("pk", "person", "left_on"):
            wish = self.wishes.get(pk)
            over = left is not None and (left <= before or (wish == DELETE and left < self.on))
            if over and wish != KEEP:
                past.add(person)
        return past - self.held_people

    def _grown_ups(self, before: date) -> QuerySet[Person]:
        hats = Membership.objects.filter(person=OuterRef("pk")).order_by().values("person")
        ties = Connection.objects.filter(adult=OuterRef("pk")).order_by().values("adult")
        people: QuerySet[Person] = Person.objects.filter(school=self.school, student__isnull=True)
        open_hat = Q(memberships__until_on__isnull=True, memberships__isnull=False)
        open_tie = Q(connections__until_on__isnull=True, connections__isnull=False)
        people = people.exclude(pk__in=people.filter(open_hat | open_tie).values("pk"))
        people = people.annotate(
            hat=Subquery(hats.annotate(last=Max("until_on")).values("last")),
            tie=Subquery(ties.annotate(last=Max("until_on")).values("last")),
        )
        ended = Q(hat__isnull=False) | Q(tie__isnull=False)
        late = Q(hat__gt=before) | Q(tie__gt=before)
        return people.filter(ended).exclude(pk__in=people.filter(late).values("pk"))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_by_student(keep: str) -> bool:
    """Say whether an end is counted from a student's last day."""
    return KEEPS[keep].clock == Clock.LEFT
