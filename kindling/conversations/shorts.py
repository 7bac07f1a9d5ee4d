"""A school's short messages, and how their fields are filled from what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils import timezone, translation

from kindling.conversations.models import ShortMessage
from kindling.conversations.ours import OURS
from kindling.conversations.translating import Words
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardian_ties
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer
from kindling.ui.format import day as in_words

FIELDS = ("name", "day", "place")

type Reading = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Short:
    """One of them: what it is called, and its words by language."""

    key: str
    title: str
    words: Mapping[str, str]
    is_ours: bool = False  # as Kindling brought it

    def in_language(self, language: str) -> str:
        """Its words for somebody who writes this language, else in whichever comes first."""
        return self.words.get(language) or next(iter(self.words.values()), "")


def shorts_of(school: School) -> list[Short]:
    """Ours and the school's own, without what it took out. One statement."""
    rows = {one.key: one for one in ShortMessage.objects.filter(school=school).order_by("pk")}
    found = []
    for key, (title, words) in OURS.items():
        row = rows.pop(key, None)
        if row is None:
            found.append(Short(key, str(title), words, is_ours=True))
        elif row.ended_at is None:
            found.append(Short(key, row.title, row.words))
    own = [Short(one.key, one.title, one.words) for one in rows.values() if one.ended_at is None]
    return found + own


def short_of(school: School, key: str) -> Short | None:
    """The one with this key. One statement."""
    return next((one for one in shorts_of(school) if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the fields of one message become: about whom, when, where."""

    name: str
    on: date
    place: str
    school: School

    def filled(self, text: str, language: str) -> str:
        """The words with their fields filled, the day as this language says it."""
        with timezone.override(self.school.zone), translation.override(language):
            said = {"name": self.name, "day": in_words(self.on), "place": self.place}
        for field in FIELDS:
            text = text.replace(f"{{{field}}}", said[field])
        return text

    def words(self, words: Words) -> Words:
        """Both the words and what was written."""
        text = self.filled(words.text, words.language)
        original = self.filled(words.original, words.original_language) if words.original else ""
        return replace(words, text=text, original=original)


def facts_of(
    school: School, pairs: Iterable[tuple[Person | None, Student]]
) -> dict[Reading, Facts]:
    """Reader and student → what is filled in there. Four statements, however many.

    Where a student is, is for whoever is let into it: other family reads the school's name.
    """
    pairs = list(pairs)
    students = {student.pk for _person, student in pairs}
    running = Placement.objects.running().filter(school=school, student__in=students)
    places = {one.student_id: one for one in _with_days(running)}
    hidden = _not_for_them(school, pairs)
    return {
        key: _facts(school, student, None if key in hidden else places.get(student.pk))
        for person, student in pairs
        if (key := reading(person, student))
    }


def reading(person: Person | None, student: Student) -> Reading:
    """The key of a reader and whom they read about."""
    return (person.pk if person else 0, student.pk)


def facts_in(about: Student | None, reader: Person | None, viewer: Viewer) -> Facts:
    """What is filled in for a conversation about this student; without one the school's own."""
    school = viewer.school
    if about is None:
        return Facts(reader.first if reader else "", school.today(), school.name, school)
    return facts_of(school, [(reader, about)])[reading(reader, about)]


def _with_days(rows: Iterable[Placement]) -> Iterable[Placement]:
    found = rows.select_related("site").prefetch_related("planned_days")  # type: ignore[attr-defined]
    return found.order_by("starts_on", "pk")  # type: ignore[no-any-return]


def _not_for_them(school: School, pairs: list[tuple[Person | None, Student]]) -> set[Reading]:
    """Where a reader is family that is not let into where the student is."""
    adults = [person.pk for person, _student in pairs if person is not None]
    today = school.today()
    ties = guardian_ties(None, today).filter(school=school, adult__in=adults)
    family = set(ties.values_list("adult", "student"))
    told = guardian_ties(Matter.DAYS, today).filter(school=school, adult__in=adults)
    return family - set(told.values_list("adult", "student"))


def _facts(school: School, student: Student, place: Placement | None) -> Facts:
    today = school.today()
    if place is None:
        return Facts(student.first, today, school.name, school)
    weekdays = {
        one.weekday for one in place.planned_days.all()
        if one.until_on is None or one.until_on >= today
    }  # fmt: skip
    coming = (today + timedelta(days=ahead) for ahead in range(7))
    on = next((one for one in coming if one.weekday() in weekdays), today)
    return Facts(student.first, max(on, place.starts_on), place.site.name, school)
