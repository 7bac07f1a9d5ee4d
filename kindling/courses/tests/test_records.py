"""State tests, the map of what is asked for, and rosters in lines."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.advisory.actions import name_substitute
from kindling.courses import actions, rules
from kindling.courses.models import CoursePlace, StateTest
from kindling.courses.queries.entering import look
from kindling.courses.queries.student import student_page
from kindling.courses.sheets import read_lines
from kindling.courses.tests.teaching import make_course
from kindling.kit.http import Refused
from kindling.schools.roles import Role
from tests.cast import make_person

RESULT = {
    "title": "Math, grade 10", "on": date(2026, 5, 4), "result": "Level 3", "outcome": "passed",
    "is_required": True, "reason": "",
}  # fmt: skip


def test_a_correction_is_another_row_and_the_first_stays(cast):
    first = actions.record_test(cast.luis, RESULT, by=cast.as_("priya"))
    was = StateTest.objects.filter(pk=first.pk).values().get()

    second = actions.correct_test(
        first, RESULT | {"result": "Level 4"}, why="Read wrong.", by=cast.as_("priya")
    )

    assert StateTest.objects.filter(pk=first.pk).values().get() == was
    page = student_page(cast.as_("rosa"), cast.luis)
    assert ([one.pk for one in page.tests], [one.pk for one in page.corrected]) == (
        [second.pk], [first.pk],
    )  # fmt: skip
    with pytest.raises(Refused, match="corrected this already"):
        actions.correct_test(first, RESULT, why="Again.", by=cast.as_("priya"))


def test_an_exemption_says_why_and_a_result_says_what(cast):
    for change in ({"outcome": "exempt"}, {"result": " "}, {"on": date(2026, 11, 1)}):
        with pytest.raises(ValidationError):
            actions.record_test(cast.luis, RESULT | change, by=cast.as_("priya"))

    exempt = RESULT | {"outcome": "exempt", "result": "", "reason": "First year here."}
    assert actions.record_test(cast.luis, exempt, by=cast.as_("priya")).reason != ""


@pytest.mark.parametrize("name", ["luis", "rosa", "ana", "chen", "otto", "liam"])
def test_only_who_keeps_records_puts_a_test_there(cast, name):
    with pytest.raises(PermissionDenied):
        actions.record_test(cast.luis, RESULT, by=cast.as_(name))


@pytest.mark.parametrize(
    ("name", "sees"),
    [("luis", 1), ("rosa", 1), ("ana", 1), ("dana", 1), ("jordan", 0), ("liam", 0), ("otto", 0),
     ("sam", 0)],
)  # fmt: skip
def test_who_reads_a_test(cast, name, sees):
    actions.record_test(cast.luis, RESULT, by=cast.as_("priya"))

    assert rules.visible_tests(cast.as_(name)).count() == sees


def test_the_map_shows_done_on_its_way_and_open(cast):
    by = cast.as_("priya")
    asked = {
        name: actions.add_required(name, grade="12", by=by) for name in ("Art", "Bio", "Civics")
    }
    art = make_course(cast, counts_for=asked["Art"])
    bio = make_course(cast, counts_for=asked["Bio"], title="Biology")
    place = actions.give_place(art, cast.luis, by=by)
    actions.finish_place(place, done=True, by=by)
    actions.give_place(bio, cast.luis, by=by)

    def standing():
        page = student_page(cast.as_("luis"), cast.luis)
        return {one.required.title: one.standing for one in page.required}

    assert standing() == {"Art": "done", "Bio": "under_way", "Civics": "open"}
    actions.note_met(cast.luis, asked["Civics"], how="transfer", by=cast.as_("ana"))
    assert standing()["Civics"] == "done"
    with pytest.raises(PermissionDenied):
        actions.note_met(cast.luis, asked["Art"], how="waived", by=cast.as_("luis"))


def test_a_roster_in_lines_says_row_and_field_of_what_is_wrong(cast):
    course = make_course(cast, capacity=1)
    lines = "Name\tFrom\nLuis Diaz\t2026-10-12\nLuis Diaz\t\nKim Lee\t\nJordan Blake\t12.10.\n"
    lines += "Maya Santos\t\n"

    looked = look(cast.as_("chen"), read_lines(lines), course)

    assert [(one.student.name, str(one.since_on)) for one in looked.rows] == [
        ("Luis Diaz", "2026-10-12")
    ]
    assert looked.shown == [
        (3, "Name", "Stands here twice."), (4, "Name", "Nobody is called Kim Lee here."),
        (5, "From", "Write the day like 2026-10-14."), (6, "Course", "No place is left."),
    ]  # fmt: skip


def test_a_spreadsheet_is_looked_at_and_then_entered(cast, client_of):
    make_course(cast)
    client, page = client_of("priya"), "/harbor-view/courses/enter/"
    file = SimpleUploadedFile("roster.csv", b"Course,Name\nSoldering,Luis Diaz\n")

    answer = client.post(page, {"file": file})
    assert (answer.status_code, CoursePlace.objects.count()) == (200, 0)
    sent = {"lines": "Course\tName\nSoldering\tLuis Diaz", "enter": "1"}
    assert client.post(page, sent).status_code == 302

    assert CoursePlace.objects.get().student == cast.luis
    assert client.post(page, {"lines": "Who\nLuis"}).status_code == 422


def test_a_teacher_enters_only_what_they_teach(cast):
    make_course(cast)

    looked = look(cast.as_("ana"), read_lines("Course,Name\nSoldering,Luis Diaz"), None)

    assert (looked.rows, [one.field for one in looked.findings]) == ([], ["Course"])


def test_a_substitute_reads_no_test(cast):
    actions.record_test(cast.luis, RESULT, by=cast.as_("priya"))
    cast.eva = make_person(cast.school, "Eva Blom", Role.STAFF)
    today = cast.school.today()

    name_substitute(cast.tide, cast.eva, since_on=today, until_on=today, by=cast.as_("ana"))

    assert rules.visible_tests(cast.as_("eva")).count() == 0
    assert not rules.may_note_met(cast.as_("eva"), cast.luis)
