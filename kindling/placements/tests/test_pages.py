"""The pages: who gets them, what they show, what they cost."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.placements.actions import log_attempt, request_end
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import (
    make_asked,
    make_placement,
    make_pursuit,
    make_ready,
)
from tests.cast import make_place, make_student

HOME = "/harbor-view"
EVERYONE = ["maya", "jordan", "luis", "ana", "chen", "dana", "priya", "rosa", "liam", "tasha"]


def statuses(client_of, path, names=EVERYONE):
    return {name: client_of(name).get(path).status_code for name in [*names, "otto"]}


@pytest.fixture
def all_states(cast):
    """Maya asked, Jordan is ready to start, Luis learns at the clinic."""
    asked = make_asked(cast.maya, make_place(cast.school, "City Garden", "Garden helper"))
    ready = make_ready(cast, cast.jordan, cast.shelter)
    return asked, ready, make_placement(cast, cast.luis, cast.clinic)


@pytest.mark.parametrize("show", ["open", "landed", "over", "nonsense"])
@pytest.mark.parametrize("kind", ["pursuits", "placements"])
def test_the_lists_open_for_everyone_at_the_school(client_of, all_states, kind, show):
    for name in EVERYONE:
        assert client_of(name).get(f"{HOME}/{kind}/?show={show}").status_code == 200
    assert client_of("otto").get(f"{HOME}/{kind}/").status_code == 404


def test_a_list_names_only_whom_one_may_see(client_of, all_states):
    names = ["Maya Santos", "Jordan Blake", "Luis Diaz"]
    seen = {
        who: [n for n in names if n in client_of(who).get(f"{HOME}/pursuits/").text]
        for who in ["ana", "chen", "rosa", "liam"]
    }

    assert seen == {
        "ana": ["Maya Santos", "Jordan Blake"],
        "chen": ["Maya Santos", "Jordan Blake"],
        "rosa": [],
        "liam": [],
    }


def test_the_coordinator_answers_in_the_list_and_nobody_else(client_of, all_states):
    asked = all_states[0]
    address = f"{HOME}/pursuits/{asked.public_id}/approve/"
    shown = {n: address in client_of(n).get(f"{HOME}/pursuits/").text for n in ["chen", "ana"]}

    assert shown == {"chen": True, "ana": False}


def test_who_gets_the_page_of_a_pursuit(client_of, all_states):
    found = statuses(client_of, f"{HOME}/pursuits/{all_states[1].public_id}/")

    assert [name for name, status in found.items() if status == 200] == [
        "jordan",
        "ana",
        "chen",
        "dana",
        "priya",
    ]
    assert {status for status in found.values() if status != 200} == {404}


def test_who_gets_the_page_of_an_internship(client_of, all_states):
    found = statuses(client_of, f"{HOME}/placements/{all_states[2].public_id}/")

    assert [name for name, status in found.items() if status == 200] == [
        "luis",
        "ana",
        "chen",
        "dana",
        "priya",
        "rosa",
    ]


def test_no_number_and_no_mentor_before_the_yes(cast, client_of):
    pursuit = make_asked(cast.luis, cast.shelter)

    before = client_of("luis").get(f"{HOME}/pursuits/{pursuit.public_id}/").text
    Pursuit.objects.all().delete()
    pursuit = make_pursuit(cast, cast.luis, cast.shelter)
    after = client_of("luis").get(f"{HOME}/pursuits/{pursuit.public_id}/").text
    family = client_of("rosa").get(f"{HOME}/pursuits/{pursuit.public_id}/").text

    secrets = ["Sam Ito", "555 0199", "555 0142", "sam@harbor-view.example.org"]
    assert [s for s in secrets if s in before] == []
    assert [s for s in secrets if s in after] == secrets
    assert [s for s in secrets if s in family] == []


def test_the_mentors_contacts_stay_with_staff_in_the_internship(client_of, all_states):
    path = f"{HOME}/placements/{all_states[2].public_id}/"
    shown = {n: "555 0199" in client_of(n).get(path).text for n in ["luis", "rosa", "ana"]}

    assert shown == {"luis": False, "rosa": False, "ana": True}


def test_a_quiet_week_holds_out_a_hand(cast, client_of):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    Pursuit.objects.update(approved_on=date(2026, 10, 6))

    assert "No try yet. Make the first call together: it takes five minutes." in (
        client_of("ana").get(f"{HOME}/pursuits/").text
    )

    log_attempt(pursuit, "called", by=cast.as_("maya"))

    assert "Called, talked to someone, Tue 13 Oct" in client_of("ana").get(f"{HOME}/pursuits/").text


def test_somebody_elses_words_cannot_become_markup(cast, client_of):
    pursuit = make_asked(cast.maya, cast.shelter)
    Pursuit.objects.update(why="<script>alert(1)</script>")

    for page in ["pursuits/", f"pursuits/{pursuit.public_id}/"]:
        assert "<script>alert(1)" not in client_of("chen").get(f"{HOME}/{page}").text


def more_students(cast, count):
    for number in range(count):
        student = make_student(cast.school, f"Student{number} Test", "10", date(2009, 1, 1))
        yield student, make_place(cast.school, f"Site {number}", f"Place {number}")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_pursuits_costs_five_statements(
    cast, client_of, count, django_assert_num_queries
):
    for student, place in more_students(cast, count):
        pursuit = make_pursuit(cast, student, place)
        log_attempt(pursuit, "called", by=cast.as_("maya")) if student == cast.maya else None
        make_asked(student, make_place(cast.school, f"More {place.pk}", "More"))
    client = client_of("chen")

    with django_assert_num_queries(5):
        assert client.get(f"{HOME}/pursuits/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_internships_costs_five_statements(
    cast, client_of, count, django_assert_num_queries
):
    make_placement(cast, cast.luis, cast.clinic)
    for student, place in list(more_students(cast, count - 1)):
        make_ready(cast, student, place)
    client = client_of("chen")

    with django_assert_num_queries(5):
        assert client.get(f"{HOME}/placements/").status_code == 200


def test_the_page_of_a_pursuit_costs_ten_statements(cast, client_of, django_assert_num_queries):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    for kind in ["called", "no_answer", "booked"]:
        log_attempt(pursuit, kind, by=cast.as_("maya"))
    client = client_of("ana")

    with django_assert_num_queries(10):
        assert client.get(f"{HOME}/pursuits/{pursuit.public_id}/").status_code == 200


def test_the_page_of_an_internship_near_its_end_costs_eight_statements(
    cast, client_of, django_assert_num_queries
):
    placement = make_placement(cast, cast.luis, cast.clinic)
    request_end(placement, "Too far.", by=cast.as_("luis"))
    client = client_of("ana")

    with django_assert_num_queries(8):
        assert client.get(f"{HOME}/placements/{placement.public_id}/").status_code == 200
