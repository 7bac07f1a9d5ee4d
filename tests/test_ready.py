"""A ready statement finds what the rules find: for another person, another day, another school."""

from datetime import date, timedelta

import pytest
import time_machine

from kindling.attendance import timetable, waiting
from kindling.attendance.tests.placed import make_placement
from kindling.home import students
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools import viewer
from kindling.schools.ready import ready
from kindling.sites.queries import finding
from tests.matrix_subjects import a_placement

TODAY = date(2026, 10, 13)


@pytest.fixture
def placements(cast):
    """Two advisors with a student each at work, so that one could see the other's."""
    a_placement(cast)
    return [make_placement(one, cast.clinic, cast.sam) for one in (cast.jordan, cast.maya)]


def asked(cast):
    """Every ready statement with its arguments, as this viewer and for this student."""
    everyone = sorted(Placement.objects.values_list("pk", flat=True))
    for name, one in [("ana", "jordan"), ("chen", "luis"), ("jordan", "jordan"), ("maya", "maya"),
                      ("rosa", "luis"), ("otto", "jordan")]:  # fmt: skip
        who, about = cast.as_(name), getattr(cast, one)
        running = list(about.placements.values_list("pk", flat=True))
        today = who.school.today()
        yield students._found, who, about.public_id
        yield students._pursuits, who, about.pk
        yield students._days, who, about.pk
        yield students._planned_days, who, running
        yield students._interests, who, about.pk
        yield students._hours, who, about.pk
        yield students.around, who, about.pk
        yield students.students_in.counted, who, (Student.State.ENROLLED,)
        yield students.students_in.cut, who, (Student.State.ENROLLED,), (0, 2)
        yield students.students_in.cut, who, (Student.State.WITHDRAWN,), (0, 2)
        yield finding.places_by_title.counted, who, (finding.Filters(),)
        yield finding.places_by_title.cut, who, (finding.Filters(days=(1,)),), (0, 3)
        span = today, today + timedelta(days=75)
        yield timetable._of_placements, who.school, *span, running
        yield timetable._of_placements, who.school, *span, everyone
        yield waiting._days_of, who.school, today - timedelta(days=7), today, running
        if who.person.user_id:
            yield viewer._hats, None, who.person.user_id, who.school.slug


@pytest.mark.parametrize("on", [TODAY, TODAY + timedelta(days=2), date(2027, 3, 9)])
def test_it_finds_what_the_rules_find(cast, placements, on):
    with time_machine.travel(f"{on}T15:00Z"):
        for _round in range(2):  # once to learn, once ready
            for function, *args in asked(cast):
                assert function(*args) == list(function.__wrapped__(*args)), function


def test_the_busiest_statements_are_ready(cast, placements):
    functions = {function for function, *_args in asked(cast)}
    for function in functions:
        function.shapes.clear()
    for function, *args in asked(cast):
        function(*args)

    learnt = [shape for function in functions for shape in function.shapes.values()]
    assert learnt.count(None) * 5 < len(learnt)


def test_what_depends_on_more_than_its_marks_is_built_each_time(cast):
    @ready
    def by_half(school, number):
        return Student.objects.filter(school=school, pk__lt=number // 2)

    keys = [by_half(cast.school, number) for number in (2, cast.luis.pk * 2 + 2)]

    assert [len(found) for found in keys] == [0, Student.objects.filter(school=cast.school).count()]
