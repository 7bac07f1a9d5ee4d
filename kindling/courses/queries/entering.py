"""What is found in a roster before anything is written: row by row, field by field."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.actions import Row
from kindling.courses.models import Course, CoursePlace
from kindling.courses.sheets import SheetRead
from kindling.kit.text import plain
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

HEADS = {
    "number": ("number", "id", "student id", "student number", "numero", "matricula"),
    "name": ("name", "student", "student name", "full name", "nombre", "estudiante", "alumno"),
    "course": ("course", "class", "title", "workshop", "curso", "clase", "taller"),
    "since_on": ("from", "since", "start", "first day", "desde", "inicio"),
}


@dataclass(frozen=True)
class Finding:
    """What is wrong in one field of one row, and how to mend it. Row 1 is the header."""

    row: int
    field: str
    what: str


@dataclass
class Looked:
    """Rows in which nothing is wrong, and what was found in the others."""

    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def shown(self) -> list[tuple[int, str, str]]:
        """The first hundred findings, as rows of a table."""
        return [(one.row, one.field, one.what) for one in self.findings[:100]]


@dataclass(frozen=True)
class School:
    """What is known before the rows are read. Three statements."""

    by_number: dict[str, Student]
    by_name: dict[str, list[Student]]
    courses: dict[str, list[Course]]
    taken: set[tuple[int, int]]
    room: dict[int, int]  # of courses with a limit: places that are free
    only: Course | None  # the course chosen above the rows
    seen: set[tuple[int, int]] = field(default_factory=set)  # course and student of earlier rows


def look(viewer: Viewer, sheet: SheetRead, course: Course | None) -> Looked:
    """Compare the rows with the school. Nothing is written."""
    looked = Looked(findings=[Finding(1, "", what) for what in sheet.faults])
    columns = _columns(sheet.header)
    if not {"number", "name"} & set(columns):
        what = _("No column says who it is. Name one “Number” or “Name”.")
        looked.findings.append(Finding(1, _("Name"), what))
    if course is None and "course" not in columns:
        what = _("No column says which course. Name one “Course”, or choose the course above.")
        looked.findings.append(Finding(1, _("Course"), what))
    if looked.findings:
        return looked
    known = _known(viewer, course)
    for number, cells in sheet.rows:
        given = {name: cells[at] for name, at in columns.items()}
        _look_at(given, number, known, looked)
    return looked


def _columns(header: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, head in enumerate(header):
        for name, words in HEADS.items():
            if plain(head) in words:
                found.setdefault(name, at)
    return found


def _known(viewer: Viewer, course: Course | None) -> School:
    students = list(rules.enrolled_students(viewer))
    courses = rules.visible_courses(viewer).filter(
        state=Course.State.ON, ends_on__gte=viewer.school.today()
    )
    kept = [course] if course else [one for one in courses if rules.may_keep_course(viewer, one)]
    places = rules.visible_places(viewer).filter(course__in=kept, state=CoursePlace.State.ON)
    taken = set(places.select_related(None).values_list("course_id", "student_id"))
    by_name: dict[str, list[Student]] = {}
    by_title: dict[str, list[Course]] = {}
    for student in students:
        by_name.setdefault(plain(student.name), []).append(student)
    for one in kept:
        by_title.setdefault(plain(one.title), []).append(one)
    counts = Counter(key for key, _student in taken)
    room = {one.pk: one.capacity - counts[one.pk] for one in kept if one.capacity is not None}
    numbers = {one.number: one for one in students if one.number}
    return School(numbers, by_name, by_title, taken, room, course)


def _look_at(
    given: dict[str, str],
    number: int,
    known: School,
    looked: Looked,
) -> None:
    """Find student, course and day of one row; every field that is wrong is said."""
    student, who = _student(given, known)
    where, which = (known.only, "") if known.only else _course(given.get("course", ""), known)
    since, when = _day(given.get("since_on", ""))
    wrong = [(_("Name"), who), (_("Course"), which), (_("From"), when)]
    found = [Finding(number, name, what) for name, what in wrong if what]
    if student and where and not found:
        key = (where.pk, student.pk)
        found = _again(number, key, known)
        known.seen.add(key)
        if not found:
            known.room[where.pk] = known.room.get(where.pk, 1_000) - 1
            looked.rows.append(Row(where, student, since))
    looked.findings += found


def _again(number: int, key: tuple[int, int], known: School) -> list[Finding]:
    if key in known.taken:
        return [Finding(number, _("Name"), _("Is on the roster already."))]
    if key in known.seen:
        return [Finding(number, _("Name"), _("Stands here twice."))]
    if known.room.get(key[0], 1) < 1:
        return [Finding(number, _("Course"), _("No place is left."))]
    return []


def _student(given: dict[str, str], known: School) -> tuple[Student | None, str]:
    number, name = given.get("number", ""), given.get("name", "")
    if number:
        found = known.by_number.get(number)
        return found, "" if found else _("Nobody has the number %(number)s.") % {"number": number}
    same = known.by_name.get(plain(name), [])
    if len(same) == 1:
        return same[0], ""
    if same:
        return None, _("More than one student has this name. Use the number.")
    if not name:
        return None, _("Say who it is.")
    return None, _("Nobody is called %(name)s here.") % {"name": name}


def _course(title: str, known: School) -> tuple[Course | None, str]:
    same = known.courses.get(plain(title), [])
    if len(same) == 1:
        return same[0], ""
    if same:
        return None, _("More than one course has this title. Enter them one course at a time.")
    return None, _("No course of yours is called “%(title)s”.") % {"title": title}


def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        return None, _("Write the day like 2026-10-14.")
