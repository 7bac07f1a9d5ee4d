"""The board of paperwork knows who goes where from us."""

from __future__ import annotations

import pytest

from kindling.clearance.tests.handed import ask_for, make_checked
from kindling.notices.models import Notice
from kindling.placements.tests.factories import make_placement, make_pursuit


def pair_address(student, place):
    return f"/harbor-view/clearance/{student.public_id}/{place.public_id}/"


def test_the_board_says_what_is_missing_for_whom(cast, client_of):
    ask_for(cast, "check", "travel")
    make_pursuit(cast, cast.maya, cast.shelter)

    page = client_of("ana").get("/harbor-view/clearance/").text

    assert "Maya Santos" in page
    assert "missing (Chen Wu)" in page
    assert "missing (Maya Santos)" in page


def test_reminding_writes_one_letter_each(cast, client_of):
    ask_for(cast, "check", "travel", "consent")
    make_pursuit(cast, cast.luis, cast.shelter)

    key = f"{cast.luis.public_id}.{cast.shelter.public_id}"
    answer = client_of("dana").post("/harbor-view/clearance/remind/", {"pair": [key]})

    assert answer.status_code == 302
    told = Notice.objects.filter(kind="clearance/remind").order_by("person__name")
    assert [one.person.name for one in told] == ["Chen Wu", "Luis Diaz", "Rosa Diaz"]


@pytest.mark.parametrize("count", [1, 2])
def test_the_board_costs_the_same_for_one_and_for_more(
    cast, client_of, count, django_assert_num_queries
):
    ask_for(cast, "check", "travel", "consent", "visit")
    make_pursuit(cast, cast.maya, cast.shelter)
    if count == 2:
        make_checked(cast, "travel", cast.luis, cast.clinic)
        make_pursuit(cast, cast.luis, cast.clinic)
    client = client_of("chen")

    with django_assert_num_queries(15):
        client.get("/harbor-view/clearance/?show=all")


def test_running_things_warn(cast, client_of):
    make_placement(cast, cast.maya, cast.shelter)
    ask_for(cast, "visit")

    page = client_of("chen").get("/harbor-view/clearance/?show=running").text

    assert "Maya Santos" in page
    assert (
        "It runs already, so nothing ends by itself."
        in client_of("chen").get(pair_address(cast.maya, cast.shelter)).text
    )


def test_the_board_counts_who_needs_a_pass_or_a_ride(cast, client_of):
    ask_for(cast, "travel")
    for student, place, needs in [
        (cast.maya, cast.shelter, "pass"),
        (cast.luis, cast.clinic, "ride"),
    ]:
        make_pursuit(cast, student, place)
        answers = {"way": "transit", "needs": needs, "allowed": "yes", "backup": "Call school."}
        make_checked(cast, "travel", student, place, answers=answers)

    page = client_of("chen").get("/harbor-view/clearance/?show=all").text

    assert "1 student needs a bus or train pass." in page
    assert "1 student needs a ride." in page
    assert "0 students have no travel plan yet." in page


def test_a_student_reads_what_is_missing_and_goes_on_exploring(cast, client_of):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    ask_for(cast, "travel", "check")
    home = client_of("maya").get(f"/harbor-view/pursuits/{pursuit.public_id}/").text
    page = client_of("maya").get(pair_address(cast.maya, cast.shelter)).text

    for text in (home, page):
        assert "Not ready yet. Mentor’s background check: missing. Chen Wu has it now." in text
    assert "You can go on exploring" in page
    assert client_of("maya").get("/harbor-view/places/").status_code == 200
