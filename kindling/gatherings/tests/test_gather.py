"""A group plans, is together, and says who was not there; students write one line."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.advisory.actions import give_advisor, make_advisory, name_substitute, seat_student
from kindling.gatherings import actions
from kindling.gatherings.models import Gathering, Missing, Reflection
from kindling.gatherings.queries import waits, who_was_there
from kindling.gatherings.rules import visible_gatherings, visible_reflections
from kindling.gatherings.themes import named, offered, quarter_of
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.roll.models import Mark
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person, make_student

TODAY = date(2026, 10, 13)
PAGE = "/harbor-view/gatherings/"


def planned(cast, **facts) -> Gathering:
    usual = {"kind": "session", "on": TODAY, "title": "Where I come from", "by": cast.as_("ana")}
    return actions.plan_gathering(cast.tide, **(usual | facts))


def at_north(cast) -> Gathering:
    office = Viewer.system(cast.north)
    group = make_advisory(by=office, name="Fjord")
    give_advisor(group, cast.otto, by=office)
    nils = make_student(cast.north, "Nils Berg", "101", date(2012, 1, 1))
    seat_student(nils, group, by=office)
    return actions.plan_gathering(
        group, kind="trip", on=TODAY, title="Lighthouse", by=cast.as_("otto")
    )


def test_everybody_was_there_but_who_was_not(cast):
    one = planned(cast)

    actions.hold_gathering(one, missing={cast.luis: "excused"}, by=cast.as_("ana"))

    assert one.state == "held"
    assert [(row.student, row.why) for row in Missing.objects.all()] == [(cast.luis, "excused")]
    there = {row.student.first: row.why for row in who_was_there(cast.as_("ana"), one)}
    assert there == {"Maya": "", "Jordan": "", "Luis": "excused"}


def test_said_again_it_is_put_right(cast):
    one = planned(cast)
    actions.hold_gathering(one, missing={cast.luis: "away"}, by=cast.as_("ana"))
    actions.hold_gathering(one, missing={cast.maya: "late"}, by=cast.as_("ana"))

    assert [row.student for row in Missing.objects.all()] == [cast.maya]


def test_the_roll_is_asked_and_stays_as_it_is(cast):
    Mark.objects.create(student=cast.jordan, on=TODAY, code="A", method="r")
    one = planned(cast)

    found = {row.student.first: (row.why, row.roll) for row in who_was_there(cast.as_("ana"), one)}
    assert found == {"Maya": ("", ""), "Jordan": ("away", "Absent"), "Luis": ("", "")}
    actions.hold_gathering(one, missing={}, by=cast.as_("ana"))

    assert Mark.objects.get().code == "A"
    assert {row.why for row in who_was_there(cast.as_("ana"), one)} == {""}


def test_before_its_day_it_says_who_comes_along(cast, client_of):
    one = planned(cast, kind="trip", on=date(2026, 10, 20), title="Lighthouse")
    with pytest.raises(Refused, match="not the day"):
        actions.hold_gathering(one, missing={}, by=cast.as_("ana"))

    form = {f"why-{cast.maya.public_id}": "excused"}
    assert client_of("ana").post(f"{PAGE}{one.public_id}/held/", form).status_code == 302

    one.refresh_from_db()
    assert (one.state, Missing.objects.get().student) == ("planned", cast.maya)


def test_a_student_of_another_group_is_not_missing_here(cast):
    nils = make_student(cast.school, "Nils Berg", "101", date(2012, 1, 1))
    with pytest.raises(PermissionDenied):
        actions.hold_gathering(planned(cast), missing={nils: "away"}, by=cast.as_("ana"))


def test_a_line_is_read_by_who_leads_and_by_oneself(cast, client_of):
    one = planned(cast)
    assert (
        client_of("maya")
        .post(f"{PAGE}{one.public_id}/line/", {"line": "I miss the sea."})
        .status_code
        == 302
    )
    actions.reflect(one, line="I miss my dog.", by=cast.as_("jordan"))

    lines = {
        name: [row.line for row in visible_reflections(cast.as_(name), one)]
        for name in ("ana", "dana", "maya", "luis", "rosa", "otto")
    }
    assert lines["ana"] == lines["dana"] == ["I miss my dog.", "I miss the sea."]
    assert (lines["maya"], lines["luis"], lines["rosa"], lines["otto"]) == (
        ["I miss the sea."], [], [], [],
    )  # fmt: skip
    assert "sea" not in str([event.detail for event in Event.objects.all()])


def test_the_last_line_counts(cast):
    one = planned(cast)
    for line in ("First", "Second"):
        actions.reflect(one, line=line, by=cast.as_("maya"))
    assert Reflection.objects.get().line == "Second"


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "liam", "tasha", "otto"])
def test_who_does_not_lead_plans_nothing(cast, name):
    with pytest.raises(PermissionDenied):
        planned(cast, by=cast.as_(name))


@pytest.mark.parametrize(
    ("name", "sees"),
    [("maya", True), ("priya", True), ("rosa", False), ("liam", False), ("otto", False)],
)
def test_who_sees_what_the_group_does(cast, name, sees):
    one, theirs = planned(cast), at_north(cast)
    found = list(visible_gatherings(cast.as_(name)))
    assert found == ([theirs] if name == "otto" else [one] if sees else [])


def test_a_substitute_leads_for_their_days(cast):
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    name_substitute(cast.tide, kim, since_on=TODAY, until_on=TODAY, by=cast.as_("ana"))
    one = planned(cast)

    actions.hold_gathering(one, missing={}, by=Viewer.of_person(kim))

    with time_machine.travel("2026-10-14T12:00Z"):
        assert list(visible_gatherings(Viewer.of_person(kim))) == []


def test_a_double_tap_plans_one(cast):
    planned(cast)
    planned(cast)
    assert Gathering.objects.count() == 1


def test_a_session_begins_with_the_theme_of_the_quarter_and_a_sample(cast, client_of):
    page = client_of("ana").get(f"{PAGE}of/{cast.tide.public_id}/plan/session/").text
    assert "selected>Who am I? Who are we?" in page
    assert "Ask one question." in page
    assert [quarter_of(date(2026, month, 1)) for month in (9, 12, 3, 5)] == [1, 2, 3, 4]


def test_a_school_puts_a_theme_into_its_own_words(cast, client_of):
    client = client_of("ana")
    form = {"title": "Roots", "quarter": "1", "aims": ""}

    assert client.post(f"{PAGE}themes/who-am-i/", form).status_code == 302
    assert (
        client.post(f"{PAGE}themes/new/", {**form, "title": "Water", "quarter": "3"}).status_code
        == 302
    )

    from kindling.gatherings.rules import visible_themes  # noqa: PLC0415

    titles = [one.title for one in offered(visible_themes(cast.as_("ana")))]
    assert titles[0] == "Roots"
    assert ("Water" in titles, len(titles)) == (True, 5)
    assert named("who-am-i", visible_themes(cast.as_("maya"))).title == "Roots"
    assert client_of("maya").get(f"{PAGE}themes/").status_code == 403


def test_what_waits_for_who_planned_it(cast):
    planned(cast)
    with time_machine.travel("2026-10-14T12:00Z"), inside(cast.school):
        assert [wait.kind for wait in waits(cast.as_("ana"))] == ["gathering.hold"]
        assert waits(cast.as_("maya")) == []


@pytest.mark.parametrize(("name", "statements"), [("ana", 9), ("maya", 8)])
def test_the_statements_of_the_groups_page_do_not_grow(
    cast, client_of, django_assert_num_queries, name, statements
):
    client = client_of(name)
    path = f"{PAGE}of/{cast.tide.public_id}/"
    actions.begin_turns(cast.tide, "circle", by=cast.as_("ana"))
    for number in range(40):
        planned(cast, title=f"Day {number}")
        if number in (0, 39):
            client.get(path)
            with django_assert_num_queries(statements):
                assert client.get(path).status_code == 200


def test_the_statements_of_one_gathering(cast, client_of, django_assert_num_queries):
    one = planned(cast)
    client = client_of("ana")
    client.get(f"{PAGE}{one.public_id}/")
    for student in ("maya", "jordan", "luis"):
        actions.reflect(one, line="Hi", by=cast.as_(student))
        with django_assert_num_queries(10):
            client.get(f"{PAGE}{one.public_id}/")
