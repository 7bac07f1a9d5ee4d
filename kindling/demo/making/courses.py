"""What Harbor View teaches besides: workshops, classes, two college classes, help after school."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from typing import Any

from kindling.courses.models import (
    Course,
    CourseDay,
    CoursePlace,
    Met,
    Missing,
    RequiredCourse,
    StateTest,
)
from kindling.demo.making.school import first_day
from kindling.people.models import Student
from kindling.schools.models import Person, School

REQUIRED = [
    ("English", "12"), ("Algebra", "10"), ("Geometry", "11"), ("Biology", "10"),
    ("U.S. history", "11"), ("Civics", "12"), ("Art or music", "12"),
]  # fmt: skip
# kind, title, teacher (of the cast) or who from outside, college, days, from, until, seats, what for
COURSES: list[tuple[str, str, str, str, str, tuple[int, int], int | None, str]] = [
    ("workshop", "Soldering and old radios", "Pete Voss", "", "0", (14, 15), 8, ""),
    ("workshop", "Telling a true story", "Ana Reyes", "", "2", (13, 14), 12, "English"),
    ("workshop", "Reading a spreadsheet", "Chen Wu", "", "4", (10, 11), 10, ""),
    ("class", "Algebra in the harbor", "Dana Okafor", "", "0,2", (9, 10), 20, "Algebra"),
    ("class", "Who decides here? Civics", "Ana Reyes", "", "2,4", (11, 12), 20, "Civics"),
    ("college", "Biology 101", "", "Bay State College", "4", (13, 15), None, "Biology"),
    ("college", "Introduction to welding", "", "Harbor Community College", "0", (16, 18), None, ""),
    ("support", "Homework table", "Nora Bell", "", "0,2", (15, 16), None, ""),
    ("support", "Spanish and English, side by side", "Nora Bell", "", "4", (15, 16), 8, ""),
]
ABOUT = {
    "Soldering and old radios": "Take one apart, hear it speak again. Bring patience.",
    "Telling a true story": "Two minutes, no notes, something that happened to you.",
    "Homework table": "Come with what you have. Somebody sits beside you.",
}
OF_LUIS = ("Biology 101", "Who decides here? Civics", "Homework table")
WORDS = [
    "Asks the question that everybody has.", "Calm hands, and helps who sits beside.",
    "Began late and finished first.", "Writes the way people talk.",
]  # fmt: skip


def make_courses(school: School, students: list[Student], chance: random.Random) -> None:
    """Nine courses that run, two that are over, a state test, and what the state asks."""
    asked = {
        title: RequiredCourse.objects.create(school=school, title=title, grade=grade)
        for title, grade in REQUIRED
    }
    older = [one for one in students if one.grade in {"201", "301", "401"}]
    for row in COURSES:
        others = chance.sample([one for one in older if one != students[2]], 9)
        first = [students[2]] if row[1] in OF_LUIS else []
        _make(school, row, asked, [*first, *others], chance)
    _make_over(school, asked, students[2], chance.sample(older, 6), chance)
    _ask(school, students)
    _test(school, students, chance)
    Met.objects.create(
        school=school, student=students[2], required=asked["Geometry"], how=Met.How.TRANSFER,
        note="Northgate, two years ago.", on=first_day(school),
        by=Person.objects.get(school=school, name="Priya Nair"),
    )  # fmt: skip


def _make(
    school: School, row: tuple[Any, ...], asked: dict[str, RequiredCourse], who: list[Student],
    chance: random.Random,
) -> Course:  # fmt: skip
    kind, title, teacher, college, days, hours, seats, counts = row
    found = Person.objects.filter(school=school, name=teacher).first()
    begins = first_day(school) + timedelta(days=14)
    course = Course.objects.create(
        school=school, kind=kind, title=title, about=ABOUT.get(title, ""), teacher=found,
        taught_by="" if found else teacher, college=college, capacity=seats, weekdays=days,
        credit="3 college credits" if college else "", room="" if college else "Room 12",
        starts_at=time(hours[0]), ends_at=time(hours[1]), starts_on=begins,
        ends_on=school.today() + timedelta(days=40), may_ask=kind == "workshop",
        counts_for=asked.get(counts),
    )  # fmt: skip
    places = _seat(course, who[: min(len(who), (seats or 9) - 1)], begins)
    if not college:
        _meet(course, places, chance)
    return course


def _seat(course: Course, who: list[Student], since: date) -> list[CoursePlace]:
    return CoursePlace.objects.bulk_create(
        CoursePlace(
            school=course.school, course=course, student=one, state="on", since_on=since,
            by=course.teacher,
        )
        for one in who
    )  # fmt: skip


def _meet(course: Course, places: list[CoursePlace], chance: random.Random) -> None:
    """Its last four meetings but the latest, with one or two who were missing."""
    today, now = course.school.today(), course.school.now()
    back = [today - timedelta(days=n) for n in range(3, 24)]
    dates = [on for on in back if on.weekday() in course.weekday_keys and on >= course.starts_on]
    days = CourseDay.objects.bulk_create(
        CourseDay(school=course.school, course=course, on=on, by=course.teacher, at=now)
        for on in dates[:3]
    )
    Missing.objects.bulk_create(
        Missing(
            school=course.school, day=day, place=place, kind=chance.choice(["late", "absent"])
        )
        for day in days
        for place in chance.sample(places, min(len(places), chance.randint(0, 2)))
    )  # fmt: skip


def _make_over(
    school: School, asked: dict[str, RequiredCourse], luis: Student, who: list[Student],
    chance: random.Random,
) -> None:  # fmt: skip
    """Two of last spring: with a word for each; Luis was in both."""
    ends = first_day(school) - timedelta(days=75)
    for title, counts in (("Poems and posters", "Art or music"), ("Cells and tides", "Biology")):
        course = Course.objects.create(
            school=school, kind="class", title=title, state=Course.State.OVER, weekdays="0",
            starts_on=ends - timedelta(days=90), ends_on=ends, counts_for=asked[counts],
            teacher=Person.objects.get(school=school, name="Ana Reyes"), credit="0.5",
        )  # fmt: skip
        others = [one for one in who if one != luis][:5]
        CoursePlace.objects.bulk_create(
            CoursePlace(
                school=school, course=course, student=one, since_on=course.starts_on,
                until_on=ends, state="done", word=chance.choice(WORDS), credit="0.5",
            )
            for one in [luis, *others]
        )  # fmt: skip


def _ask(school: School, students: list[Student]) -> None:
    """Maya and Jordan would like to come."""
    for student, title, why in (
        (students[0], "Telling a true story", "I talk better than I write."),
        (students[1], "Soldering and old radios", "My grandfather left me one that is silent."),
    ):
        course = Course.objects.get(school=school, title=title)
        CoursePlace.objects.filter(course=course, student=student).delete()
        CoursePlace.objects.create(
            school=school, course=course, student=student, why=why, since_on=school.today(),
            by=student.person,
        )  # fmt: skip


def _test(school: School, students: list[Student], chance: random.Random) -> None:
    """Last spring's tests of the older ones; one of Luis was read wrong and corrected."""
    on, priya = first_day(school) - timedelta(days=110), Person.objects.get(name="Priya Nair")
    older = [one for one in students if one.grade in {"301", "401"}]
    made = StateTest.objects.bulk_create(
        StateTest(
            school=school, student=one, title=title, on=on, by=priya,
            result=f"Level {(level := chance.randint(2, 4))}",
            outcome="passed" if level > 2 else "not_yet",
        )
        for one in older for title in ("English, grade 10", "Math, grade 10")
    )  # fmt: skip
    first = next(one for one in made if one.student_id == students[2].pk)
    StateTest.objects.create(
        school=school, student=students[2], title=first.title, on=on, by=priya, result="Level 4",
        outcome="passed", corrects=first, why="The sheet was read one line too low.",
    )  # fmt: skip
