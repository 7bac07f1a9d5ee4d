"""The pages of alarms: what stands there, what one tap does, and what they cost."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.attendance.tests.placed import Statements, make_placement
from kindling.ladder.models import Ladder
from kindling.ladder.tests.clock import climb_at, clock, the_alarm
from tests.cast import make_student

LIST = "/harbor-view/alarms/"


@pytest.fixture
def alarm(cast):
    make_placement(cast.luis, cast.shelter, cast.sam)
    climb_at("9:15", "9:30", "10:00")
    return the_alarm()


def text(answer) -> str:
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def test_the_list_names_who_is_silent_and_one_tap_takes_it(alarm, client_of, cast):
    client = client_of("ana")

    assert "due 9:00 AM at Harbor Animal Shelter" in text(client.get(LIST))
    answer = client.post(f"{LIST}{alarm.public_id}/take/", follow=True)

    assert "You have it. Thank you." in text(answer)
    assert "Ana Reyes has it since" in text(client.get(LIST))


def test_who_comes_second_reads_who_has_it(alarm, client_of, cast):
    with clock("10:05"):
        client_of("ana").post(f"{LIST}{alarm.public_id}/take/")
        answer = client_of("chen").post(f"{LIST}{alarm.public_id}/take/")

    assert answer.status_code == 409
    assert "Ana Reyes has it since 10:05 AM." in text(answer)


def test_the_history_says_who_was_told_and_by_which_way(alarm, client_of):
    page = text(client_of("chen").get(f"{LIST}{alarm.public_id}/"))

    for line in ("Told Ana Reyes (Advisor)", "Told Sam Ito (Mentor)", "Told Chen Wu (Office)"):
        assert line in page
    assert "Tell the family" in page


def test_an_advisor_finds_no_button_for_the_family(alarm, client_of):
    assert "Tell the family" not in text(client_of("ana").get(f"{LIST}{alarm.public_id}/"))


def test_ending_it_needs_a_word(alarm, client_of):
    client = client_of("chen")

    assert client.post(f"{LIST}{alarm.public_id}/close/", {"did": ""}).status_code == 422
    client.post(f"{LIST}{alarm.public_id}/close/", {"did": "He is at the dentist."})

    assert the_alarm().did == "He is at the dentist."
    assert "He is at the dentist." in text(client.get(f"{LIST}?show=over"))


def test_the_minutes_must_rise(alarm, client_of, cast):
    client = client_of("dana")
    minutes = {
        "student_after": 30, "guides_after": 20, "office_after": 60, "principal_after": 90,
        "family_after": 75, "is_on": "on",
    }  # fmt: skip

    wrong = client.post(f"{LIST}settings/", minutes)
    right = client.post(f"{LIST}settings/", minutes | {"guides_after": 40})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "This comes after the step before. Enter more minutes." in text(wrong)
    assert Ladder.objects.get(school=cast.school).guides_after == 40


def test_the_list_costs_the_same_for_one_and_three(cast, alarm, client_of):
    client, counts = client_of("chen"), []
    for number in range(2):
        with clock("10:01"), Statements() as sent:
            assert client.get(LIST).status_code == 200
        counts.append(sent.count)
        for n in range(2):
            student = make_student(cast.school, f"Kim{number}{n} Lee", "101", date(2010, 1, 1))
            make_placement(student, cast.shelter, cast.sam)
        climb_at("10:06")

    assert counts == [4, 4]
