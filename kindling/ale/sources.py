"""What already happens and counts as contact: one row of a table for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, Max, QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kindling.ale.models import NotedContact
from kindling.attendance.models import Day
from kindling.journals.models import JournalEntry
from kindling.meetings.models import Meeting
from kindling.schools.models import School
from kindling.talks.models import Talk
from kindling.visits.models import HomeVisit, Visit


@dataclass(frozen=True)
class Source:
    """One kind of contact: its rows at a school, the field of its day, and of who was there."""

    key: str
    label: Promise
    icon: str
    rows: Callable[[School], QuerySet[Any]]
    on: str
    who: str

    def between(
        self, school: School, students: Iterable[int], first: date, last: date
    ) -> QuerySet[Any]:
        """Rows of these students (keys) in this time."""
        span = {f"{self.on}__range": (first, last), "student__in": students}
        rows: QuerySet[Any] = self.rows(school).filter(**span).order_by()
        return rows


SOURCES = (
    Source(
        "talk", _("One-to-one"), "messages-square",
        lambda school: Talk.objects.filter(school=school, state__in=Talk.OVER),
        "held_on", "advisor__name",
    ),
    Source(
        "visit", _("Visit or call"), "map-pin",
        lambda school: Visit.objects.filter(
            school=school, state__in=Visit.HAPPENED, with_student=True
        ),
        "on", "by__name",
    ),
    Source(
        "home", _("Visit or call"), "map-pin",
        lambda school: HomeVisit.objects.filter(
            school=school, state__in=(HomeVisit.State.DONE, HomeVisit.State.NOTED)
        ),
        "on", "by__name",
    ),
    Source(
        "meeting", _("Meeting"), "calendar-heart",
        lambda school: Meeting.objects.filter(school=school, state=Meeting.State.HELD),
        "on", "leader__name",
    ),
    Source(
        "journal", _("Journal, answered"), "notebook-pen",
        lambda school: JournalEntry.objects.filter(school=school, answered_on__isnull=False),
        "answered_on", "read_by__name",
    ),
    Source(
        "day", _("Internship day that the mentor confirmed"), "briefcase",
        lambda school: Day.objects.filter(school=school, standing=Day.Standing.CONFIRMED),
        "on", "placement__mentor__name",
    ),
    Source(
        "noted", _("Noted by hand"), "pencil",
        lambda school: NotedContact.objects.filter(school=school, taken_back_at__isnull=True),
        "on", "by__name",
    ),
)  # fmt: skip
BY_KEY = {one.key: one for one in SOURCES}
# A visit at home is a visit: lists do not tell which, and a school chooses both together.
CHOICES = tuple(one for one in SOURCES if one.key != "home")


def chosen(kinds: Iterable[str]) -> list[Source]:
    """The sources that count where a school chose these kinds."""
    keys = set(kinds)
    return [one for one in SOURCES if one.key in keys or (one.key == "home" and "visit" in keys)]


def last_contacts(
    school: School, kinds: Iterable[str], students: Iterable[int], first: date, last: date
) -> list[tuple[int, str, date]]:
    """The last day of each kind for each student: (student, kind, day). One statement."""
    found = [
        one.between(school, students, first, last)
        .values("student_id").annotate(counts_as=Value(one.key, CharField()), contact_on=Max(one.on))
        .values_list("student_id", "counts_as", "contact_on")
        for one in chosen(kinds)
    ]  # fmt: skip
    return list(_together(found))


def contacts(
    school: School, kinds: Iterable[str], students: Iterable[int], first: date, last: date
) -> list[tuple[int, str, date, str | None]]:
    """Every contact: (student, kind, day, with whom). One statement; the rows are not in order."""
    found = [
        one.between(school, students, first, last)
        .annotate(counts_as=Value(one.key, CharField()), contact_on=F(one.on), contact_who=F(one.who))
        .values_list("student_id", "counts_as", "contact_on", "contact_who")
        for one in chosen(kinds)
    ]  # fmt: skip
    return list(_together(found))


def _together(found: list[QuerySet[Any]]) -> QuerySet[Any] | list[Any]:
    if not found:
        return []
    head, *rest = found
    return head.union(*rest, all=True) if rest else head
