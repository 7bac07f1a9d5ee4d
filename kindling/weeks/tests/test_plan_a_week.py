"""A week from its first day to a plan that stands."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exhibitions.models import Exhibition, Panelist, Part
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.weeks import actions
from kindling.weeks.checks import Hours
from kindling.weeks.gathering import gather
from kindling.weeks.models import Change, Run, Week
from kindling.weeks.solving.checking import clashes
from kindling.weeks.solving.greedy import solve_greedily
from kindling.weeks.tests.planning import (
    at,
    begin,
    fresh,
    make,
    panel_kind,
    plan,
    publish,
    room,
    sitting,
    slots,
)

pytestmark = pytest.mark.django_db


def test_a_week_has_the_days_with_school_and_takes_in_what_was_begun(cast):
    week = make(cast, "maya", "luis", since_on=date(2026, 10, 16))

    assert [day.on.isoformat() for day in week.days.all()] == [
        "2026-10-16", "2026-10-19", "2026-10-20", "2026-10-21", "2026-10-22", "2026-10-23",
    ]  # fmt: skip
    assert slots(week) == [(None, None, False)] * 2


def test_a_week_that_cannot_be_is_not_made(cast):
    with pytest.raises(ValidationError):
        make(cast, since_on=date(2026, 10, 24), until_on=date(2026, 10, 25))
    with pytest.raises(ValidationError):
        make(cast, "jordan", hours=Hours(time(16), time(9)))

    assert Week.objects.count() == 0


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "otto"])
def test_only_who_plans_makes_a_week(cast, name):
    week = make(cast)

    with pytest.raises(PermissionDenied):
        actions.ask_plan(week, by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        actions.publish_week(week, by=cast.as_(name))


def test_a_plan_gives_everybody_a_slot_without_a_clash(cast):
    week = make(cast, "maya", "jordan", "luis")

    run = plan(cast, week)

    gathered = gather(fresh(week))
    assert (run.state, run.placed, run.total, run.reasons) == ("done", 3, 3, [])
    assert len(gathered.plan) == 3
    assert clashes(gathered.problem, gathered.plan) == ()


def test_the_task_solves_in_a_process_of_its_own(cast):
    week = make(cast, "maya", "luis")
    run = actions.ask_plan(week, by=cast.as_("chen"))

    actions.run_plan.func(run.pk)

    run = Run.objects.get()
    assert (run.state, run.placed, run.solver, run.is_best) == ("done", 2, "exact", True)
    assert len(gather(fresh(week)).plan) == 2


def test_two_plans_at_once_are_one(cast):
    week = make(cast)
    actions.ask_plan(week, by=cast.as_("chen"))

    with pytest.raises(Refused):
        actions.ask_plan(week, by=cast.as_("chen"))


def test_a_plan_on_a_week_that_changed_meanwhile_is_dropped_whole(cast):
    week = make(cast)
    run = actions.ask_plan(week, by=cast.as_("chen"))
    Run.objects.update(state="running")
    run = Run.objects.select_related("week__school", "school").get()
    gathered = gather(run.week)
    actions.add_room(week, name="Gym", by=cast.as_("chen"))

    found = solve_greedily(gathered.problem)
    actions.finish_run(run, gathered, found, by=Viewer.system(cast.school))

    assert Run.objects.get().state == "stale"
    assert slots(week) == [(None, None, False)] * 2


def test_a_hand_made_change_is_checked_with_a_sentence(cast):
    week = make(cast, "maya", "luis")
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=chen)

    with pytest.raises(Refused) as clash:
        actions.place_sitting(
            sitting(week, cast.luis), room(week, "Studio"), at(20, 10, 30), by=chen
        )
    with pytest.raises(Refused) as rest:
        actions.place_sitting(sitting(week, cast.luis), room(week), at(20, 12), by=chen)

    assert str(clash.value) == "Ana Reyes is with Maya Santos then. Choose another time."
    assert str(rest.value) == "Library is not open that long at this time."
    assert slots(week) == [("Library", at(20, 10), True), (None, None, False)]


def test_brothers_and_sisters_are_not_on_at_once(cast):
    since = date(2026, 8, 31)
    for student in (cast.maya, cast.luis):
        connect(student, cast.dana, Role.GUARDIAN, since_on=since, by=Viewer.system(cast.school))
    week = make(cast, "maya", "luis")
    Exhibition.objects.filter(student=cast.luis).update(advisor=cast.chen)
    Panelist.objects.filter(exhibition__student=cast.luis).update(person=cast.chen)
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=chen)

    with pytest.raises(Refused) as told:
        actions.place_sitting(sitting(week, cast.luis), room(week, "Studio"), at(20, 10), by=chen)

    assert str(told.value) == (
        "Maya Santos shows at the same time, and Dana Okafor is family to both."
        " Choose another time."
    )


def test_the_last_change_can_be_undone_and_only_that(cast):
    week = make(cast, "maya", "luis")
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=chen)
    actions.place_sitting(sitting(week, cast.luis), room(week), at(21, 10), by=chen)
    first, last = Change.objects.order_by("pk")

    with pytest.raises(Refused):
        actions.undo_change(week, first, by=chen)
    actions.undo_change(week, last, by=chen)
    actions.undo_change(week, first, by=chen)

    assert slots(week) == [(None, None, False)] * 2


def test_what_would_clash_now_is_not_undone(cast):
    week = make(cast, "maya")
    chen = cast.as_("chen")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=chen)
    actions.free_sitting(sitting(week, cast.maya), by=chen)
    day = week.days.get(on=date(2026, 10, 20))
    actions.set_day(day, Hours(time(13), time(16)), by=chen)

    with pytest.raises(Refused):
        actions.undo_change(week, Change.objects.latest("pk"), by=chen)

    assert slots(week) == [(None, None, False)]


def test_what_is_fixed_stays_in_the_next_plan(cast):
    week = make(cast, "maya", "luis")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(22, 14), by=cast.as_("chen"))

    plan(cast, week)

    assert slots(week)[0] == ("Library", at(22, 14), True)


def test_hours_are_kept_to_and_said_for_oneself(cast):
    week = make(cast, "maya", "luis")
    wednesday = date(2026, 10, 21)
    actions.say_hours(week, cast.ana, [(wednesday, time(13), time(15))], by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        actions.say_hours(week, cast.chen, [], by=cast.as_("ana"))

    plan(cast, week)

    assert [(row[1] >= at(21, 13), row[1] <= at(21, 14, 15)) for row in slots(week)] == [
        (True, True),
        (True, True),
    ]


def test_who_cannot_be_placed_is_told_with_the_reason(cast):
    week = make(cast, "maya", "luis")
    actions.say_hours(
        week, cast.ana, [(date(2026, 10, 21), time(13), time(14))], by=cast.as_("ana")
    )

    run = plan(cast, week)

    assert (run.placed, [row["why"] for row in run.reasons]) == (1, ["overfull", "one_away"])


def test_a_family_gets_an_interpreter_of_its_language(cast):
    week = make(cast, "luis")
    exhibition = Exhibition.objects.get()
    Panelist.objects.create(
        school=cast.school, exhibition=exhibition, person=cast.rosa, part=Part.FAMILY,
        name=cast.rosa.name, language="es", needs_interpreter=True,
    )  # fmt: skip
    run = plan(cast, week)
    assert [row["why"] for row in run.reasons] == ["no_interpreter"]
    chen = cast.as_("chen")
    voice = actions.add_interpreter(week, name="Lucia Vega", language="es", by=chen)
    day = date(2026, 10, 22)
    actions.say_hours(week, voice, [(day, time(10), time(11))], by=chen)

    plan(cast, week)

    one = sitting(week, cast.luis)
    assert one.interpreters == [f"i{voice.public_id}"]
    assert one.starts_at.date() == day
    publish(cast, week)
    rosa = Panelist.objects.get(exhibition=exhibition, person=cast.rosa)
    assert (rosa.interpreter, rosa.interpreter_name) == ("confirmed", "Lucia Vega")


def test_what_is_begun_later_is_taken_in(cast):
    week = make(cast, "maya")
    begin(cast, "jordan")

    assert actions.gather_exhibitions(week, by=cast.as_("chen")) == 1
    assert actions.gather_exhibitions(week, by=cast.as_("chen")) == 0


def test_a_room_in_use_is_not_taken_out(cast):
    week = make(cast, "maya")
    actions.place_sitting(sitting(week, cast.maya), room(week), at(20, 10), by=cast.as_("chen"))

    with pytest.raises(Refused):
        actions.drop_room(room(week), by=cast.as_("chen"))


def test_a_grade_may_take_longer(cast):
    week = make(cast, "maya", "luis")
    kind = panel_kind(cast)

    actions.set_length(week, kind, cast.luis.grade, 60, by=cast.as_("chen"))
    actions.set_length(week, kind, "", 30, by=cast.as_("chen"))

    assert [sitting(week, one).minutes for one in (cast.maya, cast.luis)] == [30, 60]
