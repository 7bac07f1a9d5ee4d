"""By which way, when and by whom somebody says: here, and: leaving."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import How, check_in, check_out
from kindling.attendance.models import Day, Entry, Method
from kindling.attendance.tests.placed import TUESDAY, at, make_placement, with_pass
from kindling.kit.http import Refused
from kindling.schools.models import Membership
from kindling.schools.roles import Role


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def told(entry):
    return entry.voice, entry.method, entry.weight, entry.by


def test_a_tap_on_the_page_came_at_once(cast, placement):
    check_in(placement, by=cast.as_("jordan"))

    entry = Entry.objects.get()
    assert told(entry) == ("student", "page", 1, cast.jordan.person)
    assert entry.arrived_at is None


def test_a_tap_without_a_network_keeps_both_times(cast, placement):
    with time_machine.travel(at("2026-10-13 15:00"), tick=False):
        how = How(Method.OFFLINE, at=at("2026-10-13 09:02"))
        day = check_in(placement, goal="Weigh", tap="t1", how=how, by=cast.as_("jordan"))

    entry = Entry.objects.get()
    assert day.student_in_at == at("2026-10-13 09:02")
    assert (entry.method, entry.at, entry.in_at, entry.arrived_at) == (
        "offline", at("2026-10-13 09:02"), at("2026-10-13 09:02"), at("2026-10-13 15:00"),
    )  # fmt: skip


def test_a_tap_of_yesterday_belongs_to_yesterday(cast, placement):
    with time_machine.travel(at("2026-10-14 08:00")):
        jordan = cast.as_("jordan")
        came, left = at("2026-10-13 09:02"), at("2026-10-13 14:02")
        day = check_in(placement, tap="t1", how=How(Method.OFFLINE, at=came), by=jordan)
        check_out(day, line="Cats", tap="t2", how=How(Method.OFFLINE, at=left), by=jordan)

    day = Day.objects.get()
    assert (day.on, day.state, day.minutes, day.line) == (TUESDAY, "checked_out", 300, "Cats")


def test_a_clock_a_little_ahead_means_now(cast, placement):
    now = cast.school.now()

    day = check_in(placement, how=How(at=now + timedelta(seconds=90)), by=cast.as_("jordan"))

    assert day.student_in_at < now + timedelta(seconds=30)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("2026-10-13 10:00", "still to come"), ("2026-10-06 08:59", "more than a week old")],
)
def test_a_time_no_phone_can_mean_is_refused(cast, placement, said, sentence):
    with pytest.raises(Refused, match=sentence):
        check_in(placement, how=How(Method.OFFLINE, at=at(said)), by=cast.as_("jordan"))

    assert Day.objects.count() == 0


def test_a_tap_that_was_taken_is_taken_whatever_happened_since(cast, placement):
    day = check_in(placement, tap="t1", by=cast.as_("jordan"))
    placement.state = "ended"
    placement.save()

    with time_machine.travel(at("2026-10-28 09:00")):
        again = check_in(
            placement, tap="t1", how=How(at=at("2026-10-13 09:00")), by=cast.as_("jordan")
        )

    assert again == day


@pytest.mark.parametrize("name", ["ana", "chen", "dana", "priya"])
def test_staff_who_answer_for_a_student_speak_for_them(cast, placement, name):
    day = check_in(placement, by=cast.as_(name))
    check_out(day, line="They called", by=cast.as_(name))

    said = ("staff", "staff", 3, cast.person(name))
    assert [told(entry) for entry in Entry.objects.order_by("pk")] == [said, said]
    assert Day.objects.get().state == "checked_out"


def test_an_advisor_of_others_does_not(cast, placement):
    Membership.objects.create(
        school=cast.school, person=cast.liam, role=Role.ADVISOR, since_on=TUESDAY
    )

    with pytest.raises(PermissionDenied):
        check_in(placement, by=cast.as_("liam"))


def test_a_mentor_with_a_pass_speaks_for_a_student_without_a_phone(cast, placement):
    day = check_in(placement, by=with_pass(cast.sam, placement))

    assert told(Entry.objects.get()) == ("mentor", "mentor", 3, cast.sam)
    assert day.state == "checked_in"


def test_a_pass_for_another_internship_opens_nothing(cast, placement):
    other = make_placement(cast.luis, cast.shelter, cast.sam)

    with pytest.raises(PermissionDenied):
        check_in(placement, by=with_pass(cast.sam, other))


def test_the_day_knows_how_it_is_spent_and_whether_the_student_was_seen(cast, placement):
    check_in(placement, how=How(mode="remote", at_site="no"), by=cast.as_("jordan"))

    assert Day.objects.values_list("mode", "at_site").get() == ("remote", "no")


def test_leaving_without_a_word_about_it_changes_neither(cast, placement):
    jordan = cast.as_("jordan")
    day = check_in(placement, how=How(mode="family", at_site="yes"), by=jordan)
    check_out(day, line="Soup", by=jordan)

    assert Day.objects.values_list("mode", "at_site").get() == ("family", "yes")
