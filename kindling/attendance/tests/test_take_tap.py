"""The phone sends a tap, perhaps hours after it was made."""

from __future__ import annotations

import json
from datetime import UTC, timedelta

import pytest
import time_machine
from django.test import Client

from kindling.attendance.actions import confirm_days, say_absent, settle_day
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.tests.placed import (
    TUESDAY,
    Statements,
    at,
    close,
    make_placement,
    spoken_on,
    with_pass,
)

TAPS = "/harbor-view/days/taps/"
PHONE = 1_500_000_000_000  # what the phone's clock shows: years behind, and that does not matter
HOUR = 3_600_000


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture
def send(cast, client_of, placement):
    """send("check_in", ago=2 * HOUR, text="Cats") posts a tap of Jordan's, signed in as `who`."""

    def send(kind, *, ago=0, who="jordan", **facts):
        sent = {
            "tap": f"{kind}-1", "person": cast.jordan.person.public_id, "kind": kind,
            "placement": placement.public_id, "tapped_at": PHONE - ago, "sent_at": PHONE,
        }  # fmt: skip
        body = json.dumps(sent | facts)
        return client_of(who).post(TAPS, body, content_type="application/json")

    return send


def test_the_phone_asks_who_is_signed_in(cast, client_of):
    answer = client_of("jordan").get(TAPS).json()

    assert (answer["person"], len(answer["csrf"])) == (cast.jordan.person.public_id, 64)


def test_nobody_is_signed_in(cast, client, send):
    assert client.get(TAPS).status_code == 401
    assert client.post(TAPS, "{}", content_type="application/json").json() == {"why": "signed_out"}


def test_only_the_time_since_the_tap_is_believed(cast, send):
    with time_machine.travel(at("2026-10-13 11:02"), tick=False):
        answer = send("check_in", ago=2 * HOUR, text="Weigh the cats")

    day, entry = Day.objects.get(), Entry.objects.get()
    assert (answer.status_code, answer.json()) == (
        200, {"day": day.public_id, "state": "checked_in", "told": ""},
    )  # fmt: skip
    assert (day.student_in_at, day.goal) == (at("2026-10-13 09:02"), "Weigh the cats")
    assert (entry.method, entry.at, entry.arrived_at) == (
        "offline", at("2026-10-13 09:02"), at("2026-10-13 11:02"),
    )  # fmt: skip


def test_a_tap_sent_at_once_is_one_on_the_page(send):
    send("check_in", ago=900)

    assert Entry.objects.values_list("method", "arrived_at").get() == ("page", None)


def test_a_clock_turned_back_since_the_tap_means_now(cast, send):
    send("check_in", ago=-5 * HOUR)

    assert abs(Day.objects.get().student_in_at - cast.school.now()) < timedelta(minutes=1)


def test_the_same_tap_twice_is_taken_once(send):
    first, second = send("check_in"), send("check_in")

    assert first.json() == second.json()
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)


def test_a_tap_taken_on_a_day_that_was_closed_since_is_taken(cast, send):
    send("check_in")
    close(cast.school, TUESDAY, label="Snow day")

    assert send("check_in", ago=HOUR // 6).status_code == 200


def test_check_in_and_check_out_of_yesterday_arrive_today(send):
    with time_machine.travel(at("2026-10-14 09:00")):
        send("check_in", ago=24 * HOUR)
        send("check_out", ago=19 * HOUR, text="Held a hawk")

    day = Day.objects.get()
    assert (day.on, day.state, day.minutes, day.line) == (
        TUESDAY, "checked_out", 300, "Held a hawk",
    )  # fmt: skip


def test_leaving_after_midnight_is_about_the_day_before(send):
    send("check_in")
    with time_machine.travel(at("2026-10-14 01:00")):
        send("check_out", ago=HOUR // 2)

    assert Day.objects.get().minutes == 15 * 60 + 30


def test_leaving_without_having_come_says_what_is_missing(send):
    answer = send("check_out")

    assert (answer.status_code, answer.json()["detail"]) == (
        409, "Check in first: tap “I’m here” when you arrive.",
    )  # fmt: skip


def test_a_tap_of_last_month_is_refused_with_a_sentence(send):
    answer = send("check_in", ago=30 * 24 * HOUR)

    assert (answer.status_code, "more than a week old" in answer.json()["detail"]) == (409, True)
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("who", ["maya", "luis", "ana", "rosa"])
def test_somebody_elses_tap_is_not_taken(send, who):
    answer = send("check_in", who=who)

    assert (answer.status_code, answer.json()) == (401, {"why": "somebody_else"})
    assert Day.objects.count() == 0


def test_a_student_cannot_name_somebody_elses_internship(cast, send):
    other = make_placement(cast.luis, cast.shelter, cast.sam)

    assert send("check_in", placement=other.public_id).status_code == 404


def test_another_school_learns_nothing(send):
    assert send("check_in", who="otto").status_code == 404


@pytest.mark.parametrize(
    "facts",
    [
        {"placement": ""},
        {"tap": ""},
        {"tapped_at": "soon"},
        {"mode": "beach"},
        {"at_site": "41.8"},
    ],
)
def test_what_is_no_tap_is_not_taken(send, facts):
    assert send("check_in", **facts).status_code == 422
    assert Day.objects.count() == 0


@pytest.mark.parametrize("body", ["", "[]", "no json", "{}"])
def test_what_is_no_json_is_not_taken(client_of, body):
    answer = client_of("jordan").post(TAPS, body, content_type="application/json")

    assert answer.status_code == 422


def test_a_replay_needs_the_token_that_asking_gives(cast, client_of, placement):
    signed_in = client_of("jordan")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in.cookies
    sent = {
        "tap": "t", "person": cast.jordan.person.public_id, "kind": "check_in", "tapped_at": 1,
        "placement": placement.public_id, "sent_at": 1,
    }  # fmt: skip

    without = strict.post(TAPS, json.dumps(sent), content_type="application/json")
    token = strict.get(TAPS).json()["csrf"]
    given = strict.post(
        TAPS, json.dumps(sent), content_type="application/json", headers={"X-CSRFToken": token}
    )

    assert (without.status_code, given.status_code) == (403, 200)


def test_one_tap_costs_seven_statements(cast, client_of, placement):
    client = client_of("jordan")
    client.get(TAPS)
    sent = {
        "tap": "t", "person": cast.jordan.person.public_id, "kind": "check_in", "tapped_at": 1,
        "placement": placement.public_id, "sent_at": 1,
    }  # fmt: skip

    with Statements() as asked:
        client.post(TAPS, json.dumps(sent), content_type="application/json")

    # session, viewer; placement, timetable, day made and read, entry and event
    assert asked.count == 7


# ── others spoke before the tap arrived ──


def test_the_mentor_said_not_there_and_the_phone_knew_better(cast, placement, send):
    with time_machine.travel(at("2026-10-13 15:00")):
        say_absent(spoken_on(placement), by=with_pass(cast.sam, placement))
        send("check_in", ago=6 * HOUR)
        send("check_out", ago=HOUR, text="Cats")

    day = Day.objects.get()
    assert (day.state, day.standing, day.minutes, day.line) == (
        "disputed", "disputed", 300, "Cats",
    )  # fmt: skip
    assert Hours.objects.values_list("disputed", flat=True).get() == 300
    assert [e.kind for e in day.entries.order_by("pk")] == ["absent", "check_in", "check_out"]


def test_what_the_mentor_confirmed_keeps_counting(cast, placement, send):
    with time_machine.travel(at("2026-10-13 16:00")):
        confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))
        send("check_in", ago=6 * HOUR, text="Weigh")
        send("check_out", ago=HOUR, text="Cats")

    day = Day.objects.get()
    assert (day.state, day.minutes, day.goal, day.line) == ("confirmed", 300, "Weigh", "Cats")
    assert day.student_in_at.astimezone(UTC).hour == at("2026-10-13 10:00").hour
    assert Hours.objects.values_list("confirmed", "disputed").get() == (300, 0)


def test_what_staff_settled_keeps_counting(cast, placement, send):
    with time_machine.travel(at("2026-10-13 16:00")):
        settle_day(spoken_on(placement), minutes=60, reason="Sick", by=cast.as_("chen"))
        send("check_in", ago=6 * HOUR)
        again = send("check_in", ago=6 * HOUR)

    assert (Day.objects.get().minutes, again.status_code, Entry.objects.count()) == (60, 200, 2)
