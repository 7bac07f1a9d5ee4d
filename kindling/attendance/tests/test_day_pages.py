"""The list of days, one day with its three voices, and a student's hours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from kindling.attendance.actions import (
    check_in,
    check_out,
    confirm_days,
    correct_times,
    leave_note,
)
from kindling.attendance.models import Day, Entry
from kindling.attendance.tests.placed import (
    TUESDAY,
    Statements,
    at,
    close,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.notices.models import Notice

DAYS = "/harbor-view/days/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.luis, cast.clinic, cast.sam)


@pytest.fixture
def day(cast, placement):
    """Luis says until 14:05, Sam until noon, and adds a word for the school."""
    mentor = with_pass(cast.sam, placement)
    row = check_in(placement, goal="Weigh the cats", by=cast.as_("luis"))
    with time_machine.travel(at("2026-10-13 14:05")):
        check_out(row, line="Held a hawk", by=cast.as_("luis"))
    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 09:00"), out_at=at("2026-10-13 12:00"),
        reason="Dentist", by=mentor,
    )  # fmt: skip
    leave_note(spoken_on(placement), text="Seemed worried", is_shared=False, by=mentor)
    return Day.objects.get()


def address(day) -> str:
    return f"{DAYS}{day.public_id}/"


def test_the_three_voices_stand_side_by_side(client_of, day):
    page = client_of("ana").get(address(day)).content.decode()

    texts = ["Luis says", "Sam says", "What counts", "Held a hawk", "Weigh the cats", "Dentist",
             "Seemed worried", "For the school only.", "5 h 5 min", "2:05"]  # fmt: skip
    assert [text for text in texts if text not in page] == []


@pytest.mark.parametrize("name", ["luis", "rosa"])
def test_student_and_family_read_all_but_the_note_for_the_school(client_of, day, name):
    page = client_of(name).get(address(day)).content.decode()

    assert ("Held a hawk" in page, "Dentist" in page) == (True, True)
    assert ("Seemed worried" in page, "reason" in page) == (False, False)


@pytest.mark.parametrize("name", ["maya", "jordan", "liam", "tasha", "otto"])
def test_who_does_not_see_the_student_finds_no_day(client_of, day, name):
    assert client_of(name).get(address(day)).status_code == 404


def test_settling_on_the_page(client_of, day):
    client = client_of("ana")
    sent = {"hours": "3", "minutes": "15", "reason": "Sam saw him leave"}

    answer = client.post(address(day), sent, follow=True)

    assert answer.redirect_chain == [(address(day), 302)]
    assert "Ana Reyes: Sam saw him leave" in answer.content.decode()
    assert (Day.objects.get().state, Day.objects.get().minutes) == ("settled", 195)


@pytest.mark.parametrize(
    "sent",
    [
        {"hours": "3", "minutes": "0", "reason": ""},
        {"hours": "", "minutes": "0", "reason": "x"},
        {"hours": "17", "minutes": "0", "reason": "x"},
        {"hours": "-1", "minutes": "0", "reason": "x"},
        {"hours": "3", "minutes": "75", "reason": "x"},
        {"hours": "three", "minutes": "", "reason": "x"},
        {"hours": "3", "minutes": "0", "reason": "x" * 501},
    ],
)
def test_a_form_that_is_wrong_is_shown_again_and_nothing_is_saved(client_of, day, sent):
    answer = client_of("ana").post(address(day), sent)

    assert answer.status_code == 422
    assert Day.objects.get().state == "disputed"


def test_sixteen_hours_and_a_minute_are_too_many(client_of, day):
    sent = {"hours": "16", "minutes": "1", "reason": "x"}

    assert client_of("ana").post(address(day), sent).status_code == 409


@pytest.mark.parametrize(
    ("name", "status"),
    [("luis", 403), ("rosa", 403), ("priya", 403), ("maya", 404), ("otto", 404)],
)
def test_who_may_not_settle_is_told_so(client_of, day, name, status):
    sent = {"hours": "3", "minutes": "0", "reason": "x"}

    assert client_of(name).post(address(day), sent).status_code == status
    assert Day.objects.get().state == "disputed"


def test_a_silent_day_is_settled_from_its_own_page(client_of, placement):
    where = f"{DAYS}missed/{placement.public_id}/2026-10-08/"
    client = client_of("ana")
    assert "Nobody has said a word yet." in client.get(where).content.decode()

    client.post(where, {"hours": "0", "minutes": "", "reason": "Ill"})

    day = Day.objects.get()
    assert (day.on, day.state, day.minutes) == (date(2026, 10, 8), "settled", 0)
    assert client.get(where).url == address(day)


@pytest.mark.parametrize(
    "on", ["2026-10-07", "2026-10-15", "2026-13-01", "yesterday", "2026-08-04"]
)
def test_a_day_that_was_not_expected_is_not_found(client_of, placement, on):
    assert client_of("ana").get(f"{DAYS}missed/{placement.public_id}/{on}/").status_code == 404


def test_check_in_on_a_day_off_answers_409_with_the_next_day(cast, client_of, placement):
    close(cast.school, TUESDAY, label="Snow day")

    answer = client_of("luis").post(f"{DAYS}check-in/{placement.public_id}/")

    assert answer.status_code == 409
    assert "No internship today: Snow day. Next is Thursday 15 October." in answer.content.decode()
    assert Day.objects.count() == 0


def test_check_out_before_check_in_answers_409(client_of, placement):
    silent, _made = Day.objects.row_for(placement, spoken_on(placement).expected, None)

    answer = client_of("luis").post(f"{DAYS}{silent.public_id}/check-out/")

    assert answer.status_code == 409
    assert "Check in first" in answer.content.decode()


def test_a_goal_that_is_too_long_is_said_and_kept_in_the_form(client_of, placement):
    answer = client_of("luis").post(f"{DAYS}check-in/{placement.public_id}/", {"goal": "x" * 301})

    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()
    assert Day.objects.count() == 0


def test_a_time_that_is_none_is_said(cast, client_of, placement):
    row = check_in(placement, by=cast.as_("luis"))

    answer = client_of("luis").post(f"{DAYS}{row.public_id}/check-out/", {"left_at": "late"})

    assert answer.status_code == 422
    assert Day.objects.get().state == "checked_in"


def test_somebody_elses_internship_is_not_found(cast, client_of, placement):
    assert client_of("maya").post(f"{DAYS}check-in/{placement.public_id}/").status_code == 404
    assert client_of("otto").post(f"{DAYS}check-in/{placement.public_id}/").status_code == 404
    assert Day.objects.count() == 0


def test_a_guardian_sees_the_internship_and_has_no_word_in_it(cast, client_of):
    theirs = make_placement(cast.luis, cast.clinic, cast.sam)

    assert client_of("rosa").post(f"{DAYS}check-in/{theirs.public_id}/").status_code == 403
    assert Day.objects.count() == 0


def test_asking_the_mentor_now(client_of, placement):
    where = f"{DAYS}ask/{placement.public_id}/"

    answers = [client_of(n).post(where).status_code for n in ["luis", "maya", "otto", "ana"]]

    assert answers == [403, 404, 404, 302]
    assert Notice.objects.get().person.first == "Sam"


# ── the list ──


def test_the_list_shows_what_one_sees(cast, client_of, placement, day):
    other = make_placement(cast.jordan, cast.shelter, cast.sam)
    confirm_days([spoken_on(other)], by=with_pass(cast.sam, other))

    def shown(name: str, query: str = "") -> list[str]:
        page = client_of(name).get(f"{DAYS}{query}").content.decode()
        return [n for n in ("Luis Diaz", "Jordan Blake") if n in page]

    assert shown("ana") == ["Luis Diaz", "Jordan Blake"]
    assert shown("ana", "?standing=disputed") == ["Luis Diaz"]
    assert shown("ana", "?standing=nonsense") == ["Luis Diaz", "Jordan Blake"]
    assert shown("ana", f"?student={cast.jordan.public_id}") == ["Jordan Blake"]
    assert shown("rosa") == ["Luis Diaz"]
    assert shown("maya") == []
    assert shown("liam") == []


@pytest.mark.parametrize("n", [1, 3, 55])
def test_the_list_costs_four_statements(cast, client_of, placement, n):
    Day.objects.bulk_create(
        Day(
            school=cast.school, placement=placement, student=cast.luis,
            on=TUESDAY - timedelta(days=k), state="confirmed",
        )
        for k in range(n)
    )  # fmt: skip
    client = client_of("ana")
    client.get(DAYS)

    with Statements() as sent:
        page = client.get(DAYS).content

    # session, viewer; how many, which
    assert (sent.count, len(page) < 60_000) == (4, True)


def test_one_day_costs_the_same_with_more_entries(client_of, day):
    client = client_of("ana")
    counts = []
    for _ in range(2):
        client.get(address(day))
        with Statements() as sent:
            client.get(address(day))
        counts.append(sent.count)
        Entry.objects.create(
            school=day.school, day=day, voice="staff", kind="settle", at=day.created_at,
            by=day.student.person,
        )  # fmt: skip

    # session, viewer; day, entries, settled by nobody; may settle; photo and voice;
    # whose evidence it may become, and what is evidence already
    assert counts == [8, 8]


# ── hours ──


def test_hours_by_term_and_place(cast, client_of, placement, day):
    confirm_days([spoken_on(placement, date(2026, 10, 8))], by=with_pass(cast.sam, placement))

    page = client_of("luis").get(f"{DAYS}hours/{cast.luis.public_id}/").content.decode()

    assert ("Trimester 1" in page, "Bayside Animal Clinic" in page) == (True, True)
    assert ("10 of 120 h" in page, "5 h confirmed" in page) == (True, True)
    assert "5 h 5 min to be settled" in page


def test_hours_cost_five_statements(cast, client_of, placement, day):
    client = client_of("ana")
    client.get(f"{DAYS}hours/{cast.luis.public_id}/")

    with Statements() as sent:
        client.get(f"{DAYS}hours/{cast.luis.public_id}/")

    # session, viewer; student, terms, sums
    assert sent.count == 5


def test_nobody_reads_a_strangers_hours(cast, client_of):
    where = f"{DAYS}hours/{cast.luis.public_id}/"

    assert [client_of(n).get(where).status_code for n in ["maya", "otto", "liam"]] == [404] * 3
