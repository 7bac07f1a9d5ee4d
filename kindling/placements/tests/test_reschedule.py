"""Other days and other goals, while it runs."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import change_goals, end_placement, reschedule_placement
from kindling.placements.tests.factories import TUESDAYS_AND_THURSDAYS, make_placement

TODAY, LATER = date(2026, 10, 13), date(2026, 11, 2)
MONDAYS = [(0, time(10), time(15))]


@pytest.fixture
def placement(cast):
    return make_placement(cast, cast.luis, cast.clinic, starts_on=date(2026, 9, 1))


def days(placement):
    rows = placement.planned_days.order_by("since_on", "weekday")
    return [(d.weekday, d.since_on, d.until_on) for d in rows]


def test_other_days_from_a_day_on_and_the_past_stays(cast, placement):
    reschedule_placement(
        placement, since_on=LATER, ends_on=None, schedule=MONDAYS, by=cast.as_("ana")
    )

    assert days(placement) == [
        (1, date(2026, 9, 1), date(2026, 11, 1)),
        (3, date(2026, 9, 1), date(2026, 11, 1)),
        (0, LATER, None),
    ]
    assert Event.objects.get(verb="placement.reschedule").detail == {
        "since_on": "2026-11-02",
        "ends_on": "",
        "plan": ["0 10:00-15:00"],
    }


def test_a_change_of_mind_before_it_came_into_force_leaves_no_trace_in_the_plan(cast, placement):
    for schedule in (MONDAYS, TUESDAYS_AND_THURSDAYS):
        reschedule_placement(
            placement, since_on=LATER, ends_on=None, schedule=schedule, by=cast.as_("ana")
        )

    assert [row[0] for row in days(placement)] == [1, 3, 1, 3]


def test_a_last_day_can_be_planned_and_moved(cast, placement):
    for end in (date(2026, 12, 18), date(2027, 1, 15)):
        reschedule_placement(
            placement, since_on=TODAY, ends_on=end, schedule=MONDAYS, by=cast.as_("ana")
        )

    placement.refresh_from_db()
    assert placement.ends_on == date(2027, 1, 15)
    assert days(placement)[-1] == (0, TODAY, date(2027, 1, 15))


def test_the_student_and_the_mentor_are_told_the_days(cast, placement):
    Notice.objects.all().delete()

    reschedule_placement(
        placement, since_on=LATER, ends_on=None, schedule=MONDAYS, by=cast.as_("ana")
    )

    letters = {n.person.name: n.body for n in Notice.objects.all()}
    assert sorted(letters) == ["Luis Diaz", "Sam Ito"]
    assert "Monday, 10:00\xa0AM to 3:00\xa0PM" in letters["Sam Ito"]


@pytest.mark.parametrize("name", ["luis", "rosa", "priya", "otto"])
def test_nobody_else_sets_days(cast, placement, name):
    with pytest.raises(PermissionDenied):
        reschedule_placement(
            placement, since_on=LATER, ends_on=None, schedule=MONDAYS, by=cast.as_(name)
        )


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"since_on": date(2026, 10, 12)}, "since_on"),
        ({"ends_on": date(2026, 11, 1)}, "ends_on"),
        ({"schedule": []}, "schedule"),
    ],
)
def test_what_is_no_plan(cast, placement, differs, field):
    before = days(placement)
    wanted = {"since_on": LATER, "ends_on": None, "schedule": MONDAYS} | differs

    with pytest.raises(ValidationError) as caught:
        reschedule_placement(placement, **wanted, by=cast.as_("ana"))

    assert list(caught.value.message_dict) == [field]
    assert days(placement) == before


def test_not_before_the_first_day(cast):
    placement = make_placement(cast, cast.luis, cast.clinic, starts_on=date(2026, 11, 10))

    with pytest.raises(ValidationError):
        reschedule_placement(
            placement, since_on=LATER, ends_on=None, schedule=MONDAYS, by=cast.as_("ana")
        )


def test_what_has_ended_changes_no_more(cast, placement):
    end_placement(placement, "Moved away.", by=cast.as_("ana"))
    before = days(placement)

    with pytest.raises(Refused):
        reschedule_placement(
            placement, since_on=LATER, ends_on=None, schedule=MONDAYS, by=cast.as_("ana")
        )
    with pytest.raises(Refused):
        change_goals(placement, "New.", by=cast.as_("luis"))

    assert days(placement) == before


def test_the_student_writes_goals_and_the_earlier_ones_stay_readable(cast, placement):
    change_goals(placement, " Draw blood. ", by=cast.as_("luis"))
    change_goals(placement, "Draw blood.", by=cast.as_("ana"))

    placement.refresh_from_db()
    assert placement.goals == "Draw blood."
    event = Event.objects.get(verb="placement.change_goals")
    assert event.detail == {"was": "Handle animals safely."}


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "otto"])
def test_nobody_else_writes_goals(cast, placement, name):
    with pytest.raises(PermissionDenied):
        change_goals(placement, "Mine.", by=cast.as_(name))


def test_the_screen(client_of, placement):
    client = client_of("ana")
    address = f"/harbor-view/placements/{placement.public_id}/schedule/"
    page = client.get(address).text
    wrong = client.post(address, {"since_on": "2026-11-02"})
    right = client.post(
        address, {"since_on": "2026-11-02", "day_0": "on", "from_0": "10:00", "to_0": "15:00"}
    )

    assert page.count("checked") == 2
    assert (wrong.status_code, right.status_code) == (422, 302)
    assert days(placement)[-1] == (0, LATER, None)
    assert "From Monday 2 November" in client.get(right.url).text


def test_a_day_that_was_is_said_on_the_screen(client_of, placement):
    address = f"/harbor-view/placements/{placement.public_id}/schedule/"
    said = {"since_on": "2026-10-01", "day_0": "on", "from_0": "10:00", "to_0": "15:00"}

    answer = client_of("ana").post(address, said)

    assert answer.status_code == 422
    assert "Days that were stay as they are." in answer.text


def test_the_goals_on_the_page(client_of, placement):
    address = f"/harbor-view/placements/{placement.public_id}/goals/"

    assert client_of("luis").post(address, {"goals": "x" * 4001}).status_code == 422
    assert client_of("luis").post(address, {"goals": "Draw blood."}).status_code == 302
    assert client_of("rosa").post(address, {"goals": "Mine."}).status_code == 403


def test_what_has_ended_says_so_on_the_screen(cast, client_of, placement):
    end_placement(placement, "Moved away.", by=cast.as_("ana"))

    page = client_of("ana").get(f"/harbor-view/placements/{placement.public_id}/schedule/")

    assert "This internship has ended" in page.text
