"""A student's first page: one thing to do, and what it costs."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.attendance.actions import (
    check_in,
    confirm_days,
    leave_note,
)
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import (
    TUESDAY,
    Statements,
    at,
    close,
    spoken_on,
    with_pass,
)
from kindling.home.tests.opening import HOME, page_at
from kindling.placements.models import Pursuit


def test_a_student_sees_where_when_with_whom_and_one_button(placement, client_of):
    page = page_at(client_of("jordan"), "2026-10-13 08:50")

    assert "Today you’re at Bayside Animal Clinic" in page
    assert "9:00\u00a0AM to 2:00\u00a0PM with Sam" in page
    assert page.count("btn--sun") == 1
    assert ('href="tel:5550111"' in page, "Or call Ana" in page) == (True, True)
    assert f"days/check-in/{placement.public_id}/" in page


def test_a_student_checks_in_and_out_by_plain_forms(cast, placement, client_of):
    client = client_of("jordan")
    client.post(
        f"{HOME}days/check-in/{placement.public_id}/", {"goal": "Weigh the cats", "tap": "a"}
    )
    page = client.get(HOME).content.decode()
    assert "You’re checked in since 9:00" in page
    assert "Goal for today: Weigh the cats" in page

    with time_machine.travel(at("2026-10-13 14:00")):
        day = Day.objects.get()
        client.post(f"{HOME}days/{day.public_id}/check-out/", {"line": "Held a hawk", "tap": "b"})
        page = client.get(HOME).content.decode()

    assert ("Well done today" in page, "Held a hawk" in page) == (True, True)
    assert "5 h noted. Sam gets a link to confirm it." in page
    assert "5 of 120 h" in page
    assert "5 h waiting for the mentor" in page


def test_a_day_off_names_the_next_day(placement, client_of):
    page = page_at(client_of("jordan"), "2026-10-14 09:00")

    assert "No internship today" in page
    assert "Next is Thursday 15 October at Bayside Animal Clinic." in page
    assert "I’m here" not in page


def test_a_closed_day_says_why(cast, placement, client_of):
    close(cast.school, TUESDAY, label="Snow day")

    assert "Snow day. Next is Thursday 15 October" in page_at(
        client_of("jordan"), "2026-10-13 09:00"
    )


def test_a_forgotten_check_out_is_asked_for(cast, placement, client_of):
    check_in(placement, by=cast.as_("jordan"))

    page = page_at(client_of("jordan"), "2026-10-14 09:00")

    assert "When did you leave on Tuesday 13 October?" in page
    assert 'value="14:00"' in page


@pytest.mark.parametrize(("is_shared", "seen"), [(True, True), (False, False)])
def test_a_student_reads_what_the_mentor_shared(cast, placement, client_of, is_shared, seen):
    mentor = with_pass(cast.sam, placement)
    leave_note(spoken_on(placement), text="Careful work", is_shared=is_shared, by=mentor)

    assert ("Careful work" in page_at(client_of("jordan"), "2026-10-13 15:00")) is seen


def test_a_student_without_a_place_sees_the_next_step(cast, client_of):
    pursuit = Pursuit.objects.create(
        school=cast.school, student=cast.maya, opportunity=cast.shelter, why="Dogs",
        seat=cast.shelter.seats.first(), state="approved", until_on=date(2026, 10, 30),
    )  # fmt: skip

    page = page_at(client_of("maya"), "2026-10-13 09:00")

    assert "Go ahead: call or visit them. Until Friday 30 October." in page
    assert f"pursuits/{pursuit.public_id}/" in page


def test_you_might_like_comes_by_itself_to_who_has_no_place(cast, client_of):
    """A link without JavaScript; the page itself asks nothing more for it."""
    client = client_of("maya")
    client.get(HOME)

    with Statements() as sent:
        page = client.get(HOME).content.decode()

    assert page.count('hx-get="/harbor-view/places/for-you/" hx-trigger="load"') == 1
    assert '<a href="/harbor-view/places/for-you/">You might like</a>' in page
    # session, viewer; student, timetable, days, pursuits, advisor
    assert sent.count == 7


def test_who_has_a_place_is_offered_none_on_the_first_page(placement, client_of):
    assert "for-you" not in page_at(client_of("jordan"), "2026-10-13 09:00")


def test_a_students_page_is_small_and_costs_seven_statements(cast, placement, client_of):
    client = client_of("jordan")
    client.get(HOME)

    with Statements() as sent:
        page = client.get(HOME).content

    # session, viewer; student, timetable, days, pursuits, advisor
    assert (sent.count, len(page) < 60_000) == (7, True)


def test_one_check_in_costs_seven_statements(cast, placement, client_of):
    client = client_of("jordan")
    client.get(HOME)

    with Statements() as sent:
        client.post(f"{HOME}days/check-in/{placement.public_id}/", {"goal": "x", "tap": "a"})

    # session, viewer; placement, timetable, day, entry, event
    assert sent.count == 7


def test_one_check_out_costs_ten_statements(cast, placement, client_of):
    for day in (date(2026, 10, 6), date(2026, 10, 8)):
        confirm_days([spoken_on(placement, day)], by=with_pass(cast.sam, placement))
    row = check_in(placement, by=cast.as_("jordan"))
    client = client_of("jordan")
    with time_machine.travel(at("2026-10-13 14:00")):
        client.get(HOME)  # once an hour a session notes that it is used

        with Statements() as sent:
            client.post(f"{HOME}days/{row.public_id}/check-out/", {"line": "x", "tap": "a"})

    # session, viewer; day, day changed, entry, sum; mark of the roll and its two sums; event
    assert sent.count == 10
