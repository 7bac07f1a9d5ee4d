"""A school year begins: looked at first, run once, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import Statements, make_placement
from kindling.enrollment.actions import roll_over, undo_roll_over
from kindling.enrollment.models import RollOver
from kindling.enrollment.rolling import LEAVES, MOVES, STAYS, ladder_of, plan_of
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.people.models import Student
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer
from tests.cast import make_student

PAGE = "/harbor-view/roster/roll-over/"


@pytest.fixture
def next_year(cast):
    return SchoolYear.objects.create(
        school=cast.school, label="2027-28", starts_on=date(2027, 8, 30), ends_on=date(2028, 6, 16)
    )


def grades():
    rows = Student.objects.order_by("pk").values_list("person__given_name", "grade", "state")
    return [tuple(row) for row in rows]


def test_the_next_grade_in_order_and_nothing_after_the_last():
    assert ladder_of(["101", "201"], {}) == {"101": "201", "201": ""}
    assert ladder_of(["101", "201"], {"201": "301"}) == {"101": "201", "201": "301"}


def test_without_a_next_year_there_is_nothing_to_do(cast, client_of):
    assert plan_of(cast.as_("priya")) is None
    assert b"Add the next school year first" in client_of("priya").get(PAGE).content


def test_a_dry_run_says_what_happens_to_each_and_writes_nothing(cast, next_year):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    before = (grades(), Event.objects.count())

    plan = plan_of(cast.as_("priya"), {"201": "301"}, stay={cast.maya.public_id})

    assert [(line.student.first, line.what, line.grade, line.place) for line in plan.lines] == [
        ("Maya", STAYS, "101", ""), ("Jordan", MOVES, "301", "Bayside Animal Clinic"),
        ("Luis", LEAVES, "", ""),
    ]  # fmt: skip
    assert (grades(), Event.objects.count()) == before


def test_grades_move_leavers_become_alumni_and_placements_go_on(cast, next_year):
    stays = make_placement(cast.jordan, cast.clinic, cast.sam)
    ends = make_placement(cast.luis, cast.clinic, cast.sam)

    roll_over(plan_of(cast.as_("priya")), by=cast.as_("priya"))

    assert grades() == [
        ("Maya", "201", "enrolled"), ("Jordan", "401", "enrolled"), ("Luis", "401", "graduated"),
    ]  # fmt: skip
    stays.refresh_from_db()
    ends.refresh_from_db()
    assert (stays.state, ends.state) == ("active", "ended")
    hats = cast.luis.person.memberships.order_by("pk").values_list("role", "since_on", "until_on")
    assert list(hats) == [
        ("student", date(2026, 8, 31), date(2026, 10, 13)), ("alum", date(2026, 10, 14), None),
    ]  # fmt: skip
    assert not cast.luis.advisory_seats.filter(until_on=None).exists()
    told = Event.objects.get(verb="roll_over.run").detail
    assert told == {"year": "2027-28", "moves": 2, "leaves": 1}


def test_a_second_run_is_refused_and_changes_nothing(cast, next_year):
    plan = plan_of(cast.as_("priya"))
    roll_over(plan, by=cast.as_("priya"))
    after = grades()

    for again in (plan, plan_of(cast.as_("priya"))):
        with pytest.raises(Refused):
            roll_over(again, by=cast.as_("priya"))

    assert grades() == after
    assert RollOver.objects.count() == 1


def test_who_changed_since_the_plan_makes_it_be_refused(cast, next_year):
    plan = plan_of(cast.as_("priya"))
    Student.objects.filter(pk=cast.maya.pk).update(grade="301")

    with pytest.raises(Refused):
        roll_over(plan, by=cast.as_("priya"))

    assert grades()[1] == ("Jordan", "201", "enrolled")
    assert RollOver.objects.count() == 0


def test_undone_everybody_is_where_they_were_and_it_may_run_again(cast, next_year):
    before = grades()
    done = roll_over(plan_of(cast.as_("priya")), by=cast.as_("priya"))

    assert undo_roll_over(done, by=cast.as_("priya")) == []

    assert grades() == before
    assert cast.luis.advisory_seats.get(until_on=None).advisory == cast.tide
    assert "student" in Viewer.of_person(cast.luis.person).roles
    with pytest.raises(Refused):
        undo_roll_over(done, by=cast.as_("priya"))
    roll_over(plan_of(cast.as_("priya")), by=cast.as_("priya"))


def test_undo_leaves_alone_who_changed_since(cast, next_year):
    done = roll_over(plan_of(cast.as_("priya")), by=cast.as_("priya"))
    Student.objects.filter(pk=cast.maya.pk).update(grade="999")

    assert undo_roll_over(done, by=cast.as_("priya")) == [cast.maya]

    assert grades()[0] == ("Maya", "999", "enrolled")


@pytest.mark.parametrize("name", ["ana", "chen", "maya", "rosa", "liam", "otto"])
def test_nobody_else_rolls_a_year_over(cast, next_year, name):
    plan = plan_of(cast.as_("priya"))

    with pytest.raises(PermissionDenied):
        roll_over(plan, by=cast.as_(name))


def test_on_the_page_first_looked_at_then_run_then_undone(cast, next_year, client_of):
    client = client_of("priya")

    shown = client.get(PAGE).content.decode()
    assert "2 students move, 1 leaves, 0 stay" in " ".join(shown.split())
    look = client.post(PAGE, {"next-401": "401", "stay": cast.maya.public_id, "do": "look"})
    assert "1 student moves" in " ".join(look.content.decode().split())
    assert grades()[0] == ("Maya", "101", "enrolled")
    assert client.post(PAGE, {"next-401": "", "do": "run"}).status_code == 302
    assert grades()[0] == ("Maya", "201", "enrolled")
    assert client.post(PAGE, {"do": "run"}).status_code == 409
    done = RollOver.objects.get()
    assert client.post(f"{PAGE}{done.public_id}/undo/").status_code == 302
    assert grades()[0] == ("Maya", "101", "enrolled")
    assert client_of("ana").get(PAGE).status_code == 403
    assert client_of("otto").post(f"{PAGE}{done.public_id}/undo/").status_code == 404


def test_a_dry_run_costs_the_same_for_many(cast, next_year):
    by = cast.as_("priya")
    with Statements() as few:
        plan_of(by)
    for number in range(4):
        make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
    with Statements() as many:
        plan_of(by)

    assert many.count == few.count == 4
