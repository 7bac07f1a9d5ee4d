"""From a round to a pursuit: make, rank, try, run, publish."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.models import Placement, Pursuit
from kindling.rounds import actions
from kindling.rounds.models import Ballot, Outcome, Record, Round
from kindling.rounds.tests.rounds import AFTER, make_open, put_list
from tests.cast import make_place


@pytest.fixture
def bakery(cast):
    return make_place(cast.school, "Corner Bakery", "Baker's helper")


def run(one, by):
    actions.close_round(one, by=by)
    actions.run_round(one, by=by)


def test_a_round_becomes_pursuits_and_no_placement(
    cast, bakery, django_capture_on_commit_callbacks
):
    one = make_open(cast, cast.shelter, bakery)
    put_list(cast, one, "maya", cast.shelter, bakery)
    put_list(cast, one, "luis", cast.shelter, bakery)
    put_list(cast, one, "jordan", cast.shelter)

    with time_machine.travel(AFTER, tick=True):
        run(one, cast.as_("chen"))
        assert Pursuit.objects.count() == 0
        Notice.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            actions.publish_round(one, by=cast.as_("chen"))

    one.refresh_from_db()
    outcomes = {row.student: row for row in Outcome.objects.filter(round=one)}
    placed = {row.student: row for row in outcomes.values() if row.place}
    assert one.state == "published"
    assert sorted(row.number for row in outcomes.values()) == [1, 2, 3]
    assert len(placed) == 2
    for student, row in placed.items():
        pursuit = Pursuit.objects.get(student=student)
        assert (row.pursuit, pursuit.state) == (pursuit, "approved")
        assert pursuit.opportunity == row.place.opportunity
        assert pursuit.seat.is_taken
        assert pursuit.why == "From the round “Winter places”."
    assert Placement.objects.count() == 0
    (unplaced,) = set(outcomes) - set(placed)
    told = Notice.objects.filter(person=unplaced.person).values_list("kind", flat=True)
    assert list(told) == ["rounds/unplaced"]


def test_publishing_again_gives_nothing_twice(cast, django_capture_on_commit_callbacks):
    one = make_open(cast)
    put_list(cast, one, "maya", cast.shelter)
    with time_machine.travel(AFTER, tick=True):
        run(one, cast.as_("chen"))
        with django_capture_on_commit_callbacks(execute=True):
            actions.publish_round(one, by=cast.as_("chen"))

        assert actions.award_places(one, by=cast.as_("chen")) == 0
        with pytest.raises(Refused):
            actions.publish_round(one, by=cast.as_("chen"))

    assert Pursuit.objects.count() == 1


def test_one_that_fails_is_told_and_the_others_go_on(
    cast, bakery, django_capture_on_commit_callbacks
):
    one = make_open(cast, cast.shelter, bakery)
    put_list(cast, one, "maya", cast.shelter)
    put_list(cast, one, "luis", bakery)
    with time_machine.travel(AFTER, tick=True):
        run(one, cast.as_("chen"))
        bakery.seats.update(is_taken=True)
        Notice.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            actions.publish_round(one, by=cast.as_("chen"))

    luis = Outcome.objects.get(round=one, student=cast.luis)
    assert luis.pursuit is None
    assert luis.trouble == "No seat is free at Baker's helper any more. Someone was faster."
    assert [n.kind for n in Notice.objects.filter(person=cast.luis.person)] == ["rounds/failed"]
    assert Pursuit.objects.get().student == cast.maya


def test_a_try_keeps_nothing_but_that_it_was_tried(cast):
    one = make_open(cast)
    put_list(cast, one, "maya", cast.shelter)
    Notice.objects.all().delete()

    trial = actions.try_round(one, by=cast.as_("chen"))

    assert list(trial.result.places) == [cast.maya.public_id]
    assert (Outcome.objects.count(), Record.objects.count(), Notice.objects.count()) == (0, 0, 0)
    assert Event.objects.filter(verb="round.try").count() == 1
    assert Round.objects.get().state == "open"


def test_nobody_closes_before_the_deadline_and_nobody_ranks_after_it(cast):
    one = make_open(cast)
    with pytest.raises(Refused, match="Students may still change their lists"):
        actions.close_round(one, by=cast.as_("chen"))

    with time_machine.travel(AFTER, tick=True):
        with pytest.raises(Refused, match="The deadline is over"):
            put_list(cast, one, "maya", cast.shelter)
        assert actions.close_due_rounds(by=cast.as_("chen")) == 1
        assert actions.close_due_rounds(by=cast.as_("chen")) == 0

    assert Ballot.objects.count() == 0


@pytest.mark.parametrize("name", ["ana", "priya", "maya", "rosa", "liam", "otto"])
def test_only_coordinator_and_principal_run_rounds(cast, name):
    one = make_open(cast)
    by = cast.as_(name)

    for act in (actions.close_round, actions.run_round, actions.publish_round, actions.try_round):
        with pytest.raises(PermissionDenied):
            act(one, by=by)


def test_nobody_ranks_for_somebody_else(cast):
    one = make_open(cast)
    place = one.places.get()

    for name in ("ana", "chen", "luis", "rosa"):
        with pytest.raises(PermissionDenied):
            actions.change_list(one, cast.maya, "add", place, by=cast.as_(name))
