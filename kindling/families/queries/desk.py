"""What staff see of families: what was written this week, and whom a letter reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import translation

from kindling.advisory.models import Advisory
from kindling.attendance.waiting import week_of
from kindling.families import rules
from kindling.families.models import WeekWords
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class FamilyRow:
    """One guardian: of whom, in which language, how reached, and when they last looked."""

    person: Person
    children: str
    language: str
    reached_by: str  # "phone", "email" or "" (only by paper)
    sent_at: datetime | None
    opened_at: datetime | None


def family_rows(viewer: Viewer, people: Iterable[Person]) -> list[FamilyRow]:
    """Rows of a page. Two statements."""
    listed = list(people)
    children = rules.children_named(viewer, listed)
    letters = rules.letters_to(listed)
    return [
        FamilyRow(
            one, ", ".join(children.get(one.pk, [])), _language(one.language),
            "phone" if one.phone else "email" if one.email else "",
            *letters.get(one.pk, (None, None)),
        )
        for one in listed
    ]  # fmt: skip


def _language(code: str) -> str:
    return str(translation.get_language_info(code)["name_translated"]).capitalize()


@dataclass(frozen=True)
class WordsDesk:
    """What one advisor may write this week: to whom, and what stands there."""

    week_on: date
    advisories: list[tuple[Advisory, WeekWords | None]]
    students: list[tuple[Student, WeekWords | None]]


def words_desk(viewer: Viewer) -> WordsDesk:
    """This week's texts of the viewer's advisories and students. Three statements."""
    week_on, _sunday = week_of(viewer.school.today())
    written = list(rules.visible_words(viewer).filter(week_on=week_on))
    to_group = {one.advisory_id: one for one in written if one.advisory_id}
    to_one = {one.student_id: one for one in written if one.student_id}
    groups = rules.writable_advisories(viewer)
    return WordsDesk(
        week_on,
        [(one, to_group.get(one.pk)) for one in groups],
        [(one, to_one.get(one.pk)) for one in rules.writable_students(viewer)],
    )
