"""One student's courses, tests, and what the state still asks for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kindling.courses import rules
from kindling.courses.models import Course, CoursePlace, Met, RequiredCourse, StateTest
from kindling.courses.queries.lists import open_courses
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

MOST = 60  # of each kind on the page


@dataclass(frozen=True)
class Asked:
    """Something the state asks for, and by what it is met or on its way."""

    required: RequiredCourse
    place: CoursePlace | None
    met: Met | None

    @property
    def standing(self) -> str:
        """`done`, `under_way` or `open`."""
        if self.met or (self.place and self.place.state == CoursePlace.State.DONE):
            return "done"
        return "under_way" if self.place else "open"


@dataclass(frozen=True)
class StudentPage:
    """What a student learns in courses. Six statements at most."""

    student: Student
    is_own: bool
    now: list[CoursePlace]
    asked: list[CoursePlace]
    earlier: list[CoursePlace]
    tests: list[StateTest]  # what counts, newest first
    corrected: list[StateTest]  # rows that another one corrects
    required: list[Asked]
    offers: list[Course]
    may_record: bool
    may_note: bool

    @property
    def map(self) -> list[tuple[str, list[Asked]]]:
        """Grade by grade, what is asked for: one picture, no score."""
        return [
            (grade, list(rows))
            for grade, rows in groupby(self.required, key=lambda one: one.required.grade)
        ]

    @property
    def open_count(self) -> int:
        return sum(one.standing == "open" for one in self.required)


def student_page(viewer: Viewer, student: Student) -> StudentPage:
    """Gather it. Ask only for a student whom the viewer sees."""
    places = student_places(viewer, student)
    tests = list(rules.visible_tests(viewer).filter(student=student)[:MOST])
    own = rules.is_student(viewer) and student.person_id == viewer.person_id
    live = {one.course_id for one in places if one.state in (*CoursePlace.LIVE, "done")}
    offers = [one for one in open_courses(viewer) if one.pk not in live] if own else []
    return StudentPage(
        student=student, is_own=own,
        now=[one for one in places if one.state == CoursePlace.State.ON],
        asked=[one for one in places if one.state == CoursePlace.State.ASKED],
        earlier=[one for one in places if one.state not in CoursePlace.LIVE],
        tests=[one for one in tests if counts(one)],
        corrected=[one for one in tests if is_corrected(one)],
        required=asked_of(viewer, student, places), offers=offers,
        may_record=rules.may_record_tests(viewer), may_note=rules.may_note_met(viewer, student),
    )  # fmt: skip


def student_places(viewer: Viewer, student: Student) -> list[CoursePlace]:
    """Every place of a student one sees, newest first. One statement."""
    rows = rules.visible_places(viewer).filter(student=student)
    return list(rows.order_by("-since_on", "-pk")[:MOST])


def is_corrected(test: StateTest) -> bool:
    """Another row stands in its place."""
    return getattr(test, "corrected_by", None) is not None


def counts(test: StateTest) -> bool:
    """It stands, and was no mistake."""
    return not is_corrected(test) and test.outcome != StateTest.Outcome.WITHDRAWN


def asked_of(viewer: Viewer, student: Student, places: list[CoursePlace]) -> list[Asked]:
    """What the state asks, with what meets it: completed before under way. Two statements."""
    best: dict[int, CoursePlace] = {}
    for place in places:
        key = place.course.counts_for_id
        if key is None or place.state not in (CoursePlace.State.ON, CoursePlace.State.DONE):
            continue
        if key not in best or place.state == CoursePlace.State.DONE:
            best[key] = place
    met = {one.required_id: one for one in rules.visible_met(viewer).filter(student=student)}
    return [Asked(one, best.get(one.pk), met.get(one.pk)) for one in rules.visible_required(viewer)]
