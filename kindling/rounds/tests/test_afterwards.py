"""After the draw: changes by hand, and a second round on the seats left over."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.placements.models import Pursuit
from kindling.rounds import actions
from kindling.rounds.claims import place_now
from kindling.rounds.models import Outcome, Round
from kindling.rounds.queries.results import check_draw
from kindling.rounds.tests.rounds import AFTER, CLOSES, make_open, place_of, put_list
from kindling.schools.viewer import Viewer
from tests.cast import make_place


@pytest.fixture
def bakery(cast):
    return make_place(cast.school, "Corner Bakery", "Baker's helper")


@pytest.fixture
def library(cast):
    return make_place(cast.school, "Public Library", "Shelf helper")


@pytest.fixture
def published(cast, bakery, library, django_capture_on_commit_callbacks):
    """Maya and Luis want the shelter, and nobody the bakery or the library."""
    one = make_open(cast, cast.shelter, bakery, library)
    put_list(cast, one, "maya", cast.shelter)
    put_list(cast, one, "luis", cast.shelter)
    with (
        time_machine.travel(AFTER, tick=True),
        django_capture_on_commit_callbacks(execute=True),
    ):
        actions.close_round(one, by=cast.as_("chen"))
        actions.run_round(one, by=cast.as_("chen"))
        actions.publish_round(one, by=cast.as_("chen"))
    return Round.objects.get()


def of(one, number):
    return one.outcomes.select_related("student__person").get(number=number).student


def test_a_change_by_hand_names_whom_it_passes_over(cast, published):
    first, second = of(published, 1), of(published, 2)
    shelter = place_of(published, cast.shelter)
    by = cast.as_("chen")

    with pytest.raises(Refused):
        actions.move_student(published, second, shelter, "Her mother works late.", by=by)
    assert Pursuit.objects.get(student=first).state == "approved"
    actions.move_student(published, first, None, "Moved away.", by=by)
    move = actions.move_student(published, second, shelter, "Next on the list.", by=by)

    assert (move.was, move.now, move.passed_over) == (None, shelter, [first.public_id])
    assert place_now(published, first) is None
    assert Pursuit.objects.get(student=first).state == "withdrawn"
    assert Pursuit.objects.get(student=second).state == "approved"
    assert Event.objects.filter(verb="round.move").count() == 2
    assert check_draw(published).is_same


def test_a_change_that_comes_before_the_worker_counts(cast, published):
    first = of(published, 1)
    Pursuit.objects.all().update(state="withdrawn")
    Outcome.objects.filter(round=published).update(pursuit=None)  # the worker has not come yet
    actions.move_student(published, first, None, "Moved away.", by=cast.as_("chen"))

    given = actions.award_places(published, by=Viewer.system(cast.school))

    assert given == 0
    assert not Pursuit.objects.filter(student=first, state="approved").exists()


def test_a_double_tap_makes_one_second_round(cast, published):
    with time_machine.travel(AFTER, tick=True):
        made = {
            actions.make_second_round(published, CLOSES + timedelta(days=7), by=cast.as_("chen")).pk
            for _tap in range(2)
        }

    assert made == set(Round.objects.filter(after=published).values_list("pk", flat=True))
    assert len(made) == 1


def test_places_of_a_round_that_was_opened_meanwhile_stay(cast, bakery):
    stale = actions.make_round(by=cast.as_("chen"), name="Winter", closes_at=CLOSES)
    actions.choose_places(stale, {cast.shelter: 1}, by=cast.as_("chen"))
    actions.open_round(Round.objects.get(), by=cast.as_("chen"))

    with pytest.raises(Refused):
        actions.choose_places(stale, {bakery: 1}, by=cast.as_("chen"))


def test_a_change_needs_a_reason(cast, published):
    with pytest.raises(ValidationError):
        actions.move_student(published, of(published, 1), None, " ", by=cast.as_("chen"))


def test_the_second_round_is_about_what_is_left_and_for_who_has_none(
    cast, published, bakery, library
):
    first, second = of(published, 1), of(published, 2)
    name = {cast.maya: "maya", cast.luis: "luis"}
    by = cast.as_("chen")

    with time_machine.travel(AFTER, tick=True):
        later = actions.make_second_round(published, CLOSES + timedelta(days=7), by=by)
        actions.open_round(later, by=by)
        places = {row.opportunity for row in later.places.all()}
        with pytest.raises(Refused, match="This one is for the others"):
            put_list(cast, later, name[first], bakery)
        put_list(cast, later, name[second], bakery)
        put_list(cast, later, "jordan", bakery)

    assert places == {bakery, library}
    assert later.seed != published.seed
    with time_machine.travel(CLOSES + timedelta(days=7, minutes=1), tick=True):
        actions.close_round(later, by=by)
        actions.run_round(later, by=by)
    rows = {row.student: row for row in Outcome.objects.filter(round=later)}
    assert (rows[second].number, rows[second].place.opportunity) == (1, bakery)
    assert (rows[cast.jordan].number, rows[cast.jordan].place) == (2, None)


def test_once_open_who_goes_first_stays(cast):
    one = make_open(cast)

    actions.change_round(
        one, by=cast.as_("chen"), asked_share=100, closes_at=CLOSES + timedelta(days=1)
    )

    one.refresh_from_db()
    assert (one.asked_share, one.closes_at) == (0, CLOSES + timedelta(days=1))
