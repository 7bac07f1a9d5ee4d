"""Everybody's first page: what it shows, and what it costs."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
import time_machine

from kindling.attendance.actions import (
    check_in,
    check_out,
    confirm_days,
    correct_times,
    leave_note,
)
from kindling.attendance.tests.placed import (
    TUESDAY,
    Statements,
    at,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.home.tests.opening import HOME, page_at
from kindling.people.actions import connect, give_role
from kindling.placements.models import Pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat
from tests.cast import make_student

# ── the advisor ──


def test_an_advisor_sees_who_is_missed_first(cast, placement, client_of):
    cast.jordan.person.phone = "555 0123"
    cast.jordan.person.save()

    page = page_at(client_of("ana"), "2026-10-13 09:20")

    assert "2 of your 3 students" in page
    assert "One needs you." in page
    assert "Expected at 9:00\u00a0AM at Bayside Animal Clinic. Jordan has not checked in." in page
    assert ('href="tel:5550123"' in page, "Call Jordan" in page, "Call Sam" in page) == (True,) * 3


def test_an_advisor_sees_who_is_there_and_who_is_at_school(cast, placement, client_of):
    check_in(placement, by=cast.as_("jordan"))

    page = page_at(client_of("ana"), "2026-10-13 10:00")

    assert "3 of your 3 students" in page
    assert "Nobody needs you right now." in page
    assert [page.index(f'id="group-{key}"') > 0 for key in ("there", "school")] == [True, True]
    assert page.index("group-there") < page.index("Jordan Blake") < page.index("group-school")
    assert "Checked in 9:00" in page


def test_before_the_day_begins_nobody_is_missed(placement, client_of):
    page = page_at(client_of("ana"), "2026-10-13 09:10")

    assert "Nobody needs you right now." in page
    assert 'id="group-later"' in page


def test_an_advisor_is_told_what_to_settle_and_who_wants_to_start(cast, placement, client_of):
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:05")):
        check_out(day, by=cast.as_("jordan"))
    correct_times(
        spoken_on(placement), in_at=at("2026-10-13 09:00"), out_at=at("2026-10-13 12:00"),
        by=with_pass(cast.sam, placement),
    )  # fmt: skip
    for student, state, seat in [
        (cast.maya, "start_requested", cast.shelter.seats.first()), (cast.luis, "approved", None),
    ]:  # fmt: skip
        make_pursuit(student, cast.shelter, state, seat)

    page = page_at(client_of("ana"), "2026-10-13 15:00")

    assert "Jordan says 9:00\u00a0AM to 2:05\u00a0PM on Tuesday 13 October, Sam says" in page
    assert "Maya and Harbor Animal Shelter agree and want to start." in page
    assert "Luis may go after Harbor Animal Shelter until Thursday 15 October." in page
    assert "3 need you." in page


def make_pursuit(student, place, state, seat=None):
    seat = seat or Seat.objects.create(school=place.school, opportunity=place, number=50)
    return Pursuit.objects.create(
        school=place.school, student=student, opportunity=place, seat=seat, why="x",
        state=state, until_on=date(2026, 10, 15),
    )  # fmt: skip


def test_what_waits_for_a_week_is_asked_for_in_one_tap(cast, placement, client_of):
    with time_machine.travel(at("2026-10-01 09:00")):
        day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-01 14:00")):
        check_out(day, by=cast.as_("jordan"))

    client = client_of("ana")
    page = page_at(client, "2026-10-14 09:00")
    assert "1 day waits for Sam since Thursday 1 October." in page
    assert f"days/ask/{placement.public_id}/" in page

    answer = client.post(f"{HOME}days/ask/{placement.public_id}/", follow=True)
    assert "A link is on its way to Sam Ito." in answer.content.decode()


def test_an_advisor_sees_only_their_own(cast, placement, client_of):
    make_student(cast.school, "Nia Other", "201", date(2010, 1, 1))

    assert "Nia Other" not in page_at(client_of("ana"), "2026-10-13 10:00")


def test_a_day_without_internships_names_the_next(placement, client_of):
    page = page_at(client_of("ana"), "2026-10-14 10:00")

    assert "No internships today. The next day is Thursday 15 October." in page


def fill(cast, n: int) -> None:
    """n more students of Ana's at the clinic, every second checked in, some with more to say."""
    system = Viewer.system(cast.school)
    for k in range(n):
        student = make_student(cast.school, f"S{k} Test", "201", date(2010, 1, 1))
        connect(student, cast.ana, Role.ADVISOR, by=system, since_on=date(2026, 8, 31))
        placement = make_placement(student, cast.clinic, cast.sam)
        mentor = with_pass(cast.sam, placement)
        confirm_days([spoken_on(placement, TUESDAY - timedelta(days=7))], by=mentor)
        if k % 2:
            check_in(placement, by=Viewer.of_person(student.person))
        if k % 3 == 0:
            make_pursuit_at(student, cast, k)


def make_pursuit_at(student, cast, k):
    seat = Seat.objects.create(school=cast.school, opportunity=cast.shelter, number=100 + k)
    make_pursuit(student, cast.shelter, "start_requested", seat)


@pytest.mark.parametrize("n", [1, 3, 17])
def test_an_advisors_page_costs_six_statements(cast, placement, client_of, n):
    fill(cast, n)
    client = client_of("ana")
    with time_machine.travel(at("2026-10-13 10:30")):
        client.get(HOME)  # once an hour a session notes that it is used

        with Statements() as sent:
            page = client.get(HOME).content

    # session, viewer; students with places and hours, timetable, days, pursuits
    assert (sent.count, len(page) < 60_000) == (6, True)


# ── everybody else ──


def test_the_coordinator_sees_what_waits_and_every_advisory(cast, placement, client_of):
    make_pursuit(cast.maya, cast.shelter, "requested")
    make_pursuit(cast.luis, cast.shelter, "start_requested", cast.shelter.seats.first())

    page = page_at(client_of("chen"), "2026-10-13 09:30")

    assert "2 things wait for you." in page
    assert "0 of 1 student expected today has checked in." in page
    assert ("Maya Santos" in page, "Luis Diaz" in page, "Tide" in page) == (True, True, True)


@pytest.mark.parametrize(("name", "statements"), [("chen", 10), ("dana", 10), ("priya", 6)])
def test_the_whole_school_costs_the_same_with_one_and_three(
    cast, placement, client_of, name, statements
):
    client = client_of(name)
    counts = []
    for n in (1, 2):
        fill_school(cast, n)
        client.get(HOME)
        with Statements() as sent:
            client.get(HOME)
        counts.append(sent.count)

    assert counts == [statements, statements]


def fill_school(cast, n):
    for k in range(n):
        student = make_student(cast.school, f"T{n}{k} Test", "201", date(2010, 1, 1))
        make_pursuit_at(student, cast, n * 10 + k)
        check_in(
            make_placement(student, cast.clinic, cast.sam), by=Viewer.of_person(student.person)
        )


def test_a_family_reads_the_week_in_a_sentence(cast, client_of):
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    cast.rosa.language = "en"
    cast.rosa.save()
    day = check_in(placement, by=cast.as_("luis"))
    with time_machine.travel(at("2026-10-13 14:05")):
        check_out(day, line="Held a hawk", by=cast.as_("luis"))
    mentor = with_pass(cast.sam, placement)
    leave_note(spoken_on(placement), text="For the school", is_shared=False, by=mentor)

    page = page_at(client_of("rosa"), "2026-10-14 18:00")

    assert "Luis’s week" in page
    assert "Luis spent 5 h 5 min at Bayside Animal Clinic." in page
    assert "Next is Thursday 15 October at Bayside Animal Clinic." in page
    assert ("Call Ana" in page, "For the school" in page, "Jordan" in page) == (True, False, False)


def test_a_family_page_speaks_their_language(cast, client_of):
    assert 'lang="es"' in client_of("rosa").get(HOME).content.decode()


def test_a_coach_sees_no_small_number_and_no_student(cast, placement, client_of):
    page = page_at(client_of("liam"), "2026-10-13 10:00")
    assert page.count("too few to show") == 3

    for k in range(13):
        student = make_student(cast.school, f"S{k} Test", "201", date(2010, 1, 1))
        if k < 7:
            make_placement(student, cast.clinic, cast.sam)
    page = page_at(client_of("liam"), "2026-10-13 10:00")

    assert (">16<" in page, ">8<" in page, "Jordan" in page, "S1" in page) == (
        True, True, False, False,
    )  # fmt: skip


def test_an_alum_is_greeted(client_of):
    assert "Nothing waits for you today." in page_at(client_of("tasha"), "2026-10-13 10:00")


def test_a_coordinator_who_also_advises_sees_both(cast, placement, client_of):
    connect(cast.maya, cast.chen, Role.ADVISOR, by=Viewer.system(cast.school))
    give_role(cast.chen, Role.ADVISOR, by=Viewer.system(cast.school))

    page = page_at(client_of("chen"), "2026-10-13 09:20")

    assert ("Maya Santos" in page, "Jordan Blake" in page) == (True, False)
    assert f"{HOME}whole-school/" in page


def test_an_advisor_whose_hat_is_off_sees_nobody(cast, placement, client_of):
    cast.ana.memberships.update(role="staff")

    page = page_at(client_of("ana"), "2026-10-13 09:20")

    assert ("Jordan" in page, "Nothing waits for you today." in page) == (False, True)


def test_only_leaders_open_the_whole_school(client_of):
    answers = {name: client_of(name).get(f"{HOME}whole-school/").status_code for name in
               ["ana", "chen", "dana", "priya", "jordan", "rosa", "liam", "otto"]}  # fmt: skip

    assert answers == {
        "ana": 403, "chen": 200, "dana": 200, "priya": 200, "jordan": 403, "rosa": 403,
        "liam": 403, "otto": 404,
    }  # fmt: skip


def test_two_places_on_one_day_come_one_after_the_other(cast, client_of):
    make_placement(cast.jordan, cast.shelter, cast.sam, starts_at=time(13), ends_at=time(15))
    first = make_placement(cast.jordan, cast.clinic, cast.sam, ends_at=time(12))
    assert "Today you’re at Bayside" in page_at(client_of("jordan"), "2026-10-13 08:50")

    day = check_in(first, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 12:00")):
        check_out(day, by=cast.as_("jordan"))

    assert "Today you’re at Harbor" in page_at(client_of("jordan"), "2026-10-13 12:10")


def test_the_schools_own_words_stand_in_navigation_and_headings(cast, client_of):
    cast.school.words = {"internships": "LTI placements", "advisories": "crews", "places": "sites"}
    cast.school.save()
    client = client_of("chen")

    placements = client.get("/harbor-view/placements/").text
    crews = client.get("/harbor-view/advisories/").text

    assert [label in placements for label in ("LTI placements", "Crews", "Sites")] == [True] * 3
    assert "<h1>LTI placements</h1>" in placements
    assert "<h1>Crews</h1>" in crews
