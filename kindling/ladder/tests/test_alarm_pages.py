"""The pages of alarms: what stands there, what one tap does, and what they cost."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.attendance.tests.placed import Statements, make_placement
from kindling.ladder.models import Ladder
from kindling.ladder.tests.clock import climb_at, clock, the_alarm
from tests.cast import make_student

LIST = "/harbor-view/alarms/"
NOW = LIST + "now/"


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


@pytest.mark.parametrize(("path", "statements"), [(LIST, 5), (NOW, 5)])
def test_the_list_costs_the_same_for_one_and_three(cast, alarm, client_of, path, statements):
    client, counts = client_of("chen"), []
    with clock("10:01"):
        client.get(path)  # once an hour a session notes that it is used
    for number in range(2):
        with clock("10:01"), Statements() as sent:
            assert client.get(path).status_code == 200
        counts.append(sent.count)
        for n in range(2):
            student = make_student(cast.school, f"Kim{number}{n} Lee", "101", date(2010, 1, 1))
            make_placement(student, cast.shelter, cast.sam)
        climb_at("10:06")

    assert counts == [statements, statements]


def test_the_list_asks_again_and_without_news_it_is_a_304(alarm, client_of):
    client = client_of("ana")
    with clock("10:01"):
        page = client.get(LIST).content.decode()
        first = client.get(NOW)
        client.get(NOW, headers={"If-None-Match": f"W/{first['ETag']}"})
        with Statements() as sent:
            second = client.get(NOW, headers={"If-None-Match": f"W/{first['ETag']}"})

    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")
    assert sent.count == 1
    assert first["ETag"].strip('"') in page  # the page begins with the stamp it asks with


def test_a_tap_of_somebody_else_is_news(alarm, client_of):
    client = client_of("ana")
    with clock("10:01"):
        stamp = client.get(NOW)["ETag"]
        client_of("chen").post(f"{LIST}{alarm.public_id}/take/")
        answer = client.get(NOW, headers={"If-None-Match": stamp})

    assert answer.status_code == 200
    assert "Chen Wu has it since 10:01 AM" in text(answer)


@pytest.mark.parametrize("show", ["now", "over"])
def test_the_part_that_asks_again_keeps_what_is_shown(alarm, client_of, show):
    part = client_of("chen").get(f"{NOW}?show={show}").content.decode()

    assert f'hx-get="{NOW}?show={show}&amp;page=1"' in part
    assert ("Luis Diaz" in part) == (show == "now")


@pytest.mark.parametrize("name", ["luis", "maya", "rosa", "liam"])
def test_for_others_there_is_no_list_that_asks_again(alarm, client_of, name):
    assert client_of(name).get(NOW).status_code == 404


def test_otto_of_northgate_hears_nothing_with_a_stamp_that_fits(alarm, client_of):
    with clock("10:01"):
        stamp = client_of("ana").get(NOW)["ETag"]
        answer = client_of("otto").get(NOW, headers={"If-None-Match": stamp})

    assert answer.status_code == 404
