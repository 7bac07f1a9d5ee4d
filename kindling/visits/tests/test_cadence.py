"""How often somebody goes there: by days, by number, by hours, and twice as often."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.models import Hours
from kindling.incidents.actions import open_incident
from kindling.incidents.models import Incident
from kindling.placements.models import Placement
from kindling.visits import actions
from kindling.visits.cadence import Rhythm, So, next_due
from kindling.visits.models import Cadence
from kindling.visits.queries.visits import count_overdue, overdue_visits
from kindling.visits.tests.visiting import at_north, at_shelter

START, TODAY = date(2026, 9, 8), date(2026, 10, 13)


def so(**facts) -> So:
    usual = {"ends_on": date(2026, 12, 1), "last_on": None, "count": 0, "minutes": 0}
    return So(START, **(usual | facts))


@pytest.mark.parametrize(
    ("rhythm", "facts", "due"),
    [
        (Rhythm(30, 0, 0), {}, date(2026, 10, 8)),
        (Rhythm(30, 0, 0), {"last_on": TODAY, "count": 1}, date(2026, 11, 12)),
        (Rhythm(0, 3, 0), {}, date(2026, 10, 6)),
        (Rhythm(0, 3, 0), {"count": 3}, None),
        (Rhythm(0, 3, 0), {"ends_on": None, "count": 2}, date(2026, 12, 1)),
        (Rhythm(0, 0, 30), {"minutes": 29 * 60}, None),
        (Rhythm(0, 0, 30), {"minutes": 30 * 60}, TODAY),
        (Rhythm(30, 0, 30), {"last_on": TODAY, "minutes": 30 * 60}, TODAY),
        (Rhythm(0, 0, 0), {}, None),
        (Rhythm(30, 3, 30).twice(), {}, date(2026, 9, 22)),
    ],
)
def test_the_rule_that_asks_first_counts(rhythm, facts, due):
    assert next_due(rhythm, so(**facts), today=TODAY) == due


def test_what_hours_made_due_stays_due_from_that_day():
    was = date(2026, 10, 1)
    assert next_due(Rhythm(0, 0, 30), so(minutes=40 * 60), today=TODAY, was=was) == was


def due(cast) -> date | None:
    return Cadence.objects.get(student=cast.luis).due_on


def test_a_month_without_a_word_is_overdue_until_somebody_goes(cast):
    place = at_shelter(cast)
    at_north(cast)
    actions.work_out_cadences()
    assert [row.student for row in overdue_visits(cast.as_("ana"))] == [cast.luis]
    assert (count_overdue(cast.as_("chen")), count_overdue(cast.as_("maya"))) == (1, 0)

    actions.log_visit(place, kind="call", by=cast.as_("ana"))

    assert (due(cast), count_overdue(cast.as_("ana"))) == (date(2026, 11, 12), 0)


def test_an_older_visit_noted_late_does_not_move_the_next_one(cast):
    place = at_shelter(cast)
    actions.log_visit(place, kind="call", on=TODAY, by=cast.as_("ana"))
    actions.log_visit(place, kind="visit", on=date(2026, 9, 20), by=cast.as_("ana"))

    row = Cadence.objects.get()
    assert (row.last_on, row.count, row.due_on) == (TODAY, 2, date(2026, 11, 12))


def test_hours_since_the_last_visit_count(cast):
    place = at_shelter(cast)
    actions.set_policy(every_days=0, at_least=0, every_hours=30, by=cast.as_("chen"))
    Hours.objects.create(
        school=cast.school, placement=place, student=cast.luis, confirmed=20 * 60, waiting=11 * 60
    )

    actions.work_out_cadences()
    assert due(cast) == TODAY
    actions.log_visit(place, kind="visit", by=cast.as_("ana"))
    assert due(cast) is None


def test_twice_as_often_after_an_incident_and_nobody_reads_why(cast, client_of):
    place = at_shelter(cast)
    actions.log_visit(place, kind="visit", by=cast.as_("ana"))
    incident = open_incident(
        cast.luis, placement=place, source="staff", text="A dog bit him.", by=cast.as_("dana")
    )
    page = f"/harbor-view/incidents/{incident.public_id}/visits/"
    assert client_of("dana").post(page, {"on": "1"}).status_code == 302
    assert client_of("ana").post(page, {"on": "0"}).status_code == 404
    assert Incident.objects.get().doubles_visits is True

    actions.work_out_cadences()

    assert due(cast) == date(2026, 10, 28)
    shown = client_of("ana").get(f"/harbor-view/visits/at/{place.public_id}/").text
    assert "dog bit" not in shown


def test_somebody_may_go_twice_as_often_for_any_reason(cast):
    place = at_shelter(cast)
    actions.log_visit(place, kind="visit", by=cast.as_("ana"))

    actions.visit_often(place, is_often=True, by=cast.as_("ana"))
    assert due(cast) == date(2026, 10, 28)
    actions.visit_often(place, is_often=False, by=cast.as_("ana"))
    assert due(cast) == date(2026, 11, 12)


def test_nobody_goes_where_nobody_is(cast):
    at_shelter(cast)
    actions.work_out_cadences()
    Placement.objects.update(state=Placement.State.PAUSED)

    assert count_overdue(cast.as_("chen")) == 0


def test_a_new_internship_gets_its_day_by_the_clock(cast):
    with time_machine.travel("2026-09-09T13:00Z"):
        at_shelter(cast)
        actions.work_out_cadences()
        assert due(cast) == date(2026, 10, 8)


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam", "otto"])
def test_who_may_not_say_how_often(cast, name):
    if name == "otto":
        return
    with pytest.raises(PermissionDenied):
        actions.set_policy(every_days=7, at_least=0, every_hours=0, by=cast.as_(name))
