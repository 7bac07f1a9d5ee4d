"""Each mentor chooses how often they are asked: every day, once a week, or when something differs."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine

from kindling.attendance.actions import (
    say_absent,
)
from kindling.attendance.models import Day, MentorChoice, Rhythm
from kindling.attendance.tests.placed import (
    TUESDAY,
    at,
    close,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.attendance.tests.rhythms import choose, count, run, spend_day
from kindling.notices.models import Notice, Reach
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 13))


def test_weekly_asks_after_the_last_expected_day_of_the_week(cast, placement):
    choose(placement, Rhythm.WEEKLY)

    assert run("2026-10-13 14:10") == []
    assert run("2026-10-15 13:50") == []
    assert run("2026-10-15 14:10") == ["Was Jordan with you?"]
    assert len(run("2026-10-16 14:10")) == 1
    assert len(run("2026-10-22 14:10")) == 2
    assert "the week’s days" in Notice.objects.earliest("pk").body


def test_weekly_waits_for_the_last_of_several_interns(cast, placement):
    make_placement(
        cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 13), weekdays=(4,),
        ends_at=time(12),
    )  # fmt: skip
    choose(placement, Rhythm.WEEKLY)

    assert run("2026-10-15 20:00") == []
    assert run("2026-10-16 12:10") == ["Were they with you: Jordan, Luis?"]


def test_a_week_that_ends_early_is_asked_about_early(cast, placement):
    close(cast.school, date(2026, 10, 15), date(2026, 10, 16))
    choose(placement, Rhythm.WEEKLY)

    assert run("2026-10-13 14:10") == ["Was Jordan with you?"]


def test_a_worker_that_slept_over_the_weekend_asks_on_monday(cast, placement):
    choose(placement, Rhythm.WEEKLY)

    assert run("2026-10-19 08:00") == ["Was Jordan with you?"]
    assert len(run("2026-10-19 09:00")) == 1


def test_only_exceptions_leaves_a_usual_day_alone(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement, came="09:20", left="14:25")

    assert run("2026-10-13 14:40") == []


@pytest.mark.parametrize(
    ("came", "left"), [("09:31", "14:00"), ("09:00", "13:29"), ("08:00", "14:00")]
)
def test_only_exceptions_asks_when_the_times_differ(cast, placement, came, left):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement, came=came, left=left)

    assert run("2026-10-13 14:40") == ["Was Jordan with you?"]


def test_only_exceptions_asks_about_silence(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)

    assert run("2026-10-13 14:10") == ["Was Jordan with you?"]


@pytest.mark.parametrize("facts", [{"at_site": "no"}, {"mode": "remote"}, {"student_out_at": None}])
def test_only_exceptions_asks_about_a_day_elsewhere_or_half_said(cast, placement, facts):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)
    state = {"state": "checked_in"} if "student_out_at" in facts else {}
    Day.objects.update(**facts, **state)

    assert run("2026-10-13 14:40") == ["Was Jordan with you?"]
    assert count("2026-10-20 09:00")[0] == f"13 {state.get('state', 'checked_out')}"


def test_staff_choose_weekly_for_who_asks_on_the_phone(cast, placement, client_of):
    address = f"/harbor-view/days/mentors/{cast.sam.public_id}/"

    answer = client_of("ana").post(address, {"rhythm": "weekly"})

    assert (answer.status_code, MentorChoice.objects.get().rhythm) == (302, "weekly")
    assert client_of("ana").post(address, {"rhythm": "exceptions"}).status_code == 403
    assert "Once a week" in client_of("ana").get(address).content.decode()


@pytest.mark.parametrize(
    ("name", "status"), [("jordan", 404), ("rosa", 404), ("otto", 404), ("chen", 200)]
)
def test_who_sees_the_page_of_a_mentor(cast, placement, client_of, name, status):
    address = f"/harbor-view/days/mentors/{cast.sam.public_id}/"

    assert client_of(name).get(address).status_code == status


def test_the_mentor_chooses_with_one_tap_each(cast, placement, client, settings):
    settings.SMS_URL = "json://127.0.0.1/x"
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=Viewer.system(cast.school))
    door = f"/p/{token_of(held)}/"

    client.post(door, {"rhythm": "exceptions"})
    client.post(door, {"way": "sms"})

    choice = MentorChoice.objects.get()
    assert (choice.person, choice.rhythm, choice.word_on) == (cast.sam, "exceptions", TUESDAY)
    assert Reach.objects.get().daily == "sms"
    page = client.get(door).content.decode()
    assert "Your word holds until Wednesday 10 February" in page
    assert client.post(door, {"rhythm": "never"}).status_code == 302
    assert MentorChoice.objects.get().rhythm == "exceptions"


def test_who_wants_exceptions_only_is_shown_all_their_interns(cast, placement):
    other = make_placement(cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 13))
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)

    assert run("2026-10-13 14:40") == ["Was Luis with you?"]
    assert sorted(Pass.objects.get().subjects) == sorted([placement.public_id, other.public_id])


def test_the_letter_uses_the_schools_own_words(cast, placement):
    cast.school.words = {"internship": "LTI", "advisor": "guide"}
    cast.school.save()

    run("2026-10-13 14:10")

    body = Notice.objects.get().body
    assert ("a day of LTI with you" in body, "call the guide" in body) == (True, True)
    assert "internship" not in body


def test_staff_read_when_a_mentor_last_answered(cast, placement, client_of):
    address = f"/harbor-view/days/mentors/{cast.sam.public_id}/"
    assert "None yet" in client_of("ana").get(address).content.decode()
    spend_day(cast, placement)
    with time_machine.travel(at("2026-10-14 10:00"), tick=False):
        say_absent(spoken_on(placement), by=with_pass(cast.sam, placement))

    assert "Wed 14 Oct" in client_of("ana").get(address).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_mentor_costs_the_same_for_one_and_three(
    cast, placement, client_of, count, django_assert_num_queries
):
    for student in (cast.maya, cast.luis)[: count - 1]:
        make_placement(student, cast.clinic, cast.sam, starts_on=date(2026, 10, 13))
    client = client_of("chen")
    client.get("/harbor-view/")

    with django_assert_num_queries(8):
        client.get(f"/harbor-view/days/mentors/{cast.sam.public_id}/")
