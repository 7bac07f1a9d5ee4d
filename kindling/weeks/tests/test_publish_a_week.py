"""A plan becomes everybody’s dates, whole or not at all."""

from datetime import date, time

import pytest
import time_machine

from kindling.exhibitions.actions import postpone_exhibition, schedule_exhibition
from kindling.exhibitions.models import Exhibition
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.weeks import actions
from kindling.weeks.actions.publishing import set_dates
from kindling.weeks.models import Run, Sitting, Week
from kindling.weeks.tests.planning import (
    at,
    fresh,
    make,
    plan,
    publish,
    room,
    sitting,
    slots,
)

pytestmark = pytest.mark.django_db


def test_publishing_sets_every_date(cast):
    week = make(cast, "maya", "luis")
    plan(cast, week)

    week = publish(cast, week)

    dates = list(Exhibition.objects.order_by("pk").values_list("state", "starts_at", "room"))
    rows = Sitting.objects.order_by("pk")
    assert week.state == "published"
    assert [row[0] != "planned" for row in dates] == [True, True]
    assert [row[1:] for row in dates] == [(row.told_at, row.told_room) for row in rows]


def test_publishing_again_tells_only_what_is_new(cast):
    week = make(cast, "maya", "luis")
    plan(cast, week)
    week = publish(cast, week)
    with pytest.raises(Refused):
        actions.publish_week(week, by=cast.as_("chen"))
    kept = Exhibition.objects.get(student=cast.luis).sequence
    actions.place_sitting(sitting(week, cast.maya), room(week), at(23, 14), by=cast.as_("chen"))

    publish(cast, week)

    assert Exhibition.objects.get(student=cast.maya).starts_at == at(23, 14)
    assert Exhibition.objects.get(student=cast.luis).sequence == kept


def test_a_plan_that_cannot_be_any_more_is_not_published_not_even_in_part(cast):
    week = make(cast, "maya", "luis")
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=chen)
    actions.place_sitting(sitting(week, cast.luis), room(week), at(21, 10), by=chen)
    actions.say_hours(week, cast.ana, [(date(2026, 10, 20), time(9), time(12))], by=chen)

    with pytest.raises(Refused) as told:
        actions.publish_week(fresh(week), by=chen)

    assert str(told.value) == "The plan cannot be as it is. Ana Reyes cannot be there then."
    assert set(Exhibition.objects.values_list("state", "starts_at")) == {("planned", None)}


def test_one_that_fails_while_publishing_takes_all_back(cast):
    week = make(cast, "maya", "luis")
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(23, 10), by=chen)
    actions.place_sitting(sitting(week, cast.luis), room(week), at(20, 10), by=chen)
    actions.publish_week(fresh(week), by=chen)

    with time_machine.travel(at(21, 10)):  # the worker was away until the second one was over
        actions.tell_all.func(week.pk)

    week = fresh(week)
    assert (week.state, week.trouble[:10]) == ("draft", "Luis Diaz:")
    assert set(Exhibition.objects.values_list("state", "starts_at")) == {("planned", None)}
    assert Notice.objects.filter(kind__startswith="exhibitions/").count() == 0


def test_what_an_advisor_moved_away_leaves_the_week_and_keeps_its_date(cast):
    week = make(cast, "maya", "luis")
    plan(cast, week)
    mine = Exhibition.objects.get(student=cast.maya)
    elsewhere = {"starts_at": at(27, 10), "minutes": 45, "room": "Gym"}
    schedule_exhibition(mine, by=cast.as_("ana"), **elsewhere)

    publish(cast, week)

    assert Exhibition.objects.get(student=cast.maya).starts_at == at(27, 10)
    assert list(Sitting.objects.filter(off_at=None).values_list("exhibition__student")) == [
        (cast.luis.pk,)
    ]


def test_what_was_put_off_wants_a_new_slot(cast):
    week = make(cast, "maya")
    plan(cast, week)
    publish(cast, week)
    mine = Exhibition.objects.get()
    postpone_exhibition(mine, "Ill.", by=cast.as_("ana"))

    actions.gather_exhibitions(fresh(week), by=cast.as_("chen"))

    assert slots(week) == [(None, None, False)]


def test_a_plan_for_a_week_that_is_being_published_is_dropped(cast):
    week = make(cast, "maya")
    run = actions.ask_plan(week, by=cast.as_("chen"))
    Week.objects.update(state="sending")

    actions.run_plan.func(run.pk)

    assert Run.objects.get().state == "failed"
    assert slots(week) == [(None, None, False)]


def test_what_was_put_off_in_a_week_that_is_over_comes_into_the_next(cast):
    week = make(cast, "maya")
    plan(cast, week)
    publish(cast, week)
    postpone_exhibition(Exhibition.objects.get(), "Ill.", by=cast.as_("ana"))

    with time_machine.travel(at(26, 10)):
        later = make(cast, "jordan", since_on=date(2026, 11, 2), until_on=date(2026, 11, 6))

    assert later.sittings.filter(exhibition__student=cast.maya).count() == 1


def test_who_was_told_a_time_and_has_none_in_the_plan_is_named_before_it_is_published(cast):
    week = make(cast, "maya", "luis")
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=chen)
    week = publish(cast, week)
    actions.free_sitting(sitting(week, cast.maya), by=chen)
    actions.place_sitting(sitting(week, cast.luis), room(week), at(20, 10), by=chen)

    with pytest.raises(Refused) as told:
        actions.publish_week(fresh(week), by=chen)

    assert str(told.value) == "Maya Santos: It has no time yet. Give it one first."
    assert Exhibition.objects.get(student=cast.luis).starts_at is None


def test_a_second_worker_finds_it_published(cast):
    week = make(cast, "maya")
    plan(cast, week)
    late = fresh(publish(cast, week))
    told = Notice.objects.count()
    late.state = "sending"

    set_dates(late, by=Viewer.system(cast.school))

    assert (fresh(week).state, Notice.objects.count()) == ("published", told)


def test_whoever_left_the_school_is_in_no_week(cast):
    week = make(cast, "maya", "luis")
    plan(cast, week)
    Student.objects.filter(pk=cast.luis.pk).update(state="withdrawn")

    publish(cast, week)

    assert Exhibition.objects.get(student=cast.luis).starts_at is None
    assert actions.gather_exhibitions(fresh(week), by=cast.as_("chen")) == 0
    assert Sitting.objects.filter(off_at=None).count() == 1
