"""Staff speak for a student, and the mentor for one without a phone."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.attendance.actions import check_in
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.tests.placed import TUESDAY, Statements, at, close, make_placement
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.placements.rules import CONFIRM_DAYS

DAYS = "/harbor-view/days/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture
def page(placement):
    return f"{DAYS}for/{placement.public_id}/"


@pytest.fixture
def door(cast, placement):
    """Sam's link."""
    held = make_pass(cast.sam, CONFIRM_DAYS, [placement.public_id], by=cast.as_("chen"))
    return f"/p/{token_of(held)}/"


def test_one_tap_says_a_student_is_here(cast, client_of, page):
    answer = client_of("ana").post(page, {"mode": "on_site"})

    entry = Entry.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{DAYS}for/")
    assert (entry.voice, entry.method, entry.weight, entry.by) == ("staff", "staff", 3, cast.ana)


def test_a_time_that_was_told_is_the_true_one(client_of, page):
    with time_machine.travel(at("2026-10-13 09:40"), tick=False):
        client_of("chen").post(page, {"at": "09:02", "text": "Feed the cats"})

    day, entry = Day.objects.get(), Entry.objects.get()
    assert (day.student_in_at, day.goal) == (at("2026-10-13 09:02"), "Feed the cats")
    assert (entry.at, entry.arrived_at) == (at("2026-10-13 09:02"), at("2026-10-13 09:40"))


def test_then_one_tap_says_that_they_left(client_of, page):
    client_of("ana").post(page, {})
    with time_machine.travel(at("2026-10-13 14:30")):
        client_of("ana").post(page, {"at": "14:00", "text": "Fed the cats"})

    day = Day.objects.get()
    assert (day.state, day.minutes, day.line) == ("checked_out", 300, "Fed the cats")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"at": "23:00"}, "Enter a time that has passed."),
        ({"at": "08:00"}, "Enter a time after 9:00"),
        ({"mode": "family"}, "Say in a line what was done on this day."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(
    cast, client_of, placement, page, sent, sentence
):
    check_in(placement, by=cast.as_("jordan"))

    answer = client_of("ana").post(page, sent)

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert Day.objects.get().state == "checked_in"


def test_who_may_speak_for_a_student(client_of, page):
    names = ["ana", "chen", "dana", "priya", "jordan", "maya", "liam", "otto"]

    answers = [client_of(name).get(page).status_code for name in names]

    assert answers == [200, 200, 200, 200, 403, 404, 404, 404]


def test_a_guardian_sees_the_internship_and_may_not(cast, client_of):
    theirs = make_placement(cast.luis, cast.shelter, cast.sam)

    assert client_of("rosa").post(f"{DAYS}for/{theirs.public_id}/", {}).status_code == 403


def test_a_day_off_is_told(cast, client_of, page):
    close(cast.school, TUESDAY)

    answer = client_of("ana").get(page)

    assert (answer.status_code, "Jordan has no internship today." in answer.content.decode()) == (
        409, True,
    )  # fmt: skip


def test_the_day_names_who_spoke_and_how(client_of, page):
    client_of("ana").post(page, {"mode": "remote"})

    shown = client_of("jordan").get(f"{DAYS}{Day.objects.get().public_id}/").content.decode()

    assert ("Said by Ana Reyes" in shown, "By staff" in shown) == (True, True)
    assert "From home, for the place" in shown


# ── the desk ──


def test_the_desk_lists_whom_one_answers_for(cast, client_of, placement):
    make_placement(cast.luis, cast.shelter, cast.sam, weekdays=(3,))

    page = client_of("ana").get(f"{DAYS}for/").content.decode()

    assert ("Jordan is here" in page, "Luis" in page) == (True, False)


@pytest.mark.parametrize("name", ["jordan", "rosa", "liam"])
def test_the_desk_is_for_staff(client_of, placement, name):
    assert client_of(name).get(f"{DAYS}for/").status_code == 403


def test_the_desk_costs_the_same_for_one_and_for_three(cast, client_of, placement):
    client = client_of("ana")
    client.get(f"{DAYS}for/")
    with Statements() as one:
        client.get(f"{DAYS}for/")
    make_placement(cast.luis, cast.shelter, cast.sam)
    make_placement(cast.maya, cast.shelter, cast.sam)
    with Statements() as three:
        client.get(f"{DAYS}for/")

    # session, viewer; internships, timetable, days
    assert (one.count, three.count) == (5, 5)


# ── how several spend a day ──


def test_a_field_trip_of_two(cast, client_of, placement):
    other = make_placement(cast.luis, cast.shelter, cast.sam)
    thursday = {"on": "2026-10-15", "mode": "trip", "text": "The museum"}
    chosen = {"chosen": [placement.public_id, other.public_id]}

    answer = client_of("ana").post(f"{DAYS}modes/", thursday | chosen)

    days = Day.objects.order_by("pk")
    assert answer.status_code == 302
    assert [(d.on, d.mode, d.state) for d in days] == [(date(2026, 10, 15), "trip", "expected")] * 2
    assert {e.text for e in Entry.objects.all()} == {"On a field trip with the school. The museum"}


def test_nobody_chosen_is_told(client_of, placement):
    answer = client_of("ana").post(f"{DAYS}modes/", {"on": "2026-10-15", "mode": "trip"})

    assert (answer.status_code, "Choose at least one student." in answer.content.decode()) == (
        422, True,
    )  # fmt: skip


def test_a_student_of_others_cannot_be_sent_on_a_trip(cast, client_of, placement):
    Day.objects.all().delete()
    stranger = client_of("liam").post(f"{DAYS}modes/", {"chosen": [placement.public_id]})

    assert (stranger.status_code, Day.objects.count()) == (403, 0)


def test_the_student_sees_the_mode_when_they_come(cast, client_of, placement):
    today = {"on": "2026-10-13", "mode": "trip", "chosen": [placement.public_id]}
    client_of("ana").post(f"{DAYS}modes/", today)

    page = client_of("jordan").get("/harbor-view/").content.decode()
    client_of("jordan").post(f"{DAYS}check-in/{placement.public_id}/", {"mode": "trip"})

    assert '<option value="trip" selected>' in page
    assert Day.objects.values_list("mode", "state").get() == ("trip", "checked_in")


# ── remote and family ──


@pytest.mark.parametrize("mode", ["remote", "family"])
def test_away_from_the_place_a_line_is_needed(cast, client_of, placement, mode):
    client = client_of("jordan")
    client.post(f"{DAYS}check-in/{placement.public_id}/", {"mode": mode})
    day = Day.objects.get()
    out = f"{DAYS}{day.public_id}/check-out/"

    without = client.post(out, {})
    client.post(out, {"line": "Drew the plan"})

    assert without.status_code == 422
    assert "Say in a line what you did today." in without.content.decode()
    assert Day.objects.values_list("mode", "line", "state").get() == (
        mode, "Drew the plan", "checked_out",
    )  # fmt: skip


# ── the mentor ──


def test_the_mentor_says_here_with_one_tap(cast, client, placement, door):
    page = client.get(door).content.decode()
    client.post(door, {"here": f"{placement.public_id}.2026-10-13"})

    entry = Entry.objects.get()
    assert "Jordan is here" in page
    assert (entry.voice, entry.method, entry.weight, entry.by) == ("mentor", "mentor", 3, cast.sam)
    assert Day.objects.get().state == "checked_in"


def test_has_left_is_confirmed_at_once(client, placement, door):
    client.post(door, {"here": f"{placement.public_id}.2026-10-13"})
    with time_machine.travel(at("2026-10-13 13:00")):
        client.post(door, {"left": f"{placement.public_id}.2026-10-13"})

    assert Day.objects.values_list("state", "minutes").get() == ("confirmed", 240)
    assert Hours.objects.values_list("confirmed", "waiting").get() == (240, 0)


def test_the_tap_is_about_today_only(client, placement, door):
    assert client.post(door, {"here": f"{placement.public_id}.2026-10-08"}).status_code == 403
    assert client.post(door, {"here": "nothing"}).status_code == 404
    assert Day.objects.count() == 0
