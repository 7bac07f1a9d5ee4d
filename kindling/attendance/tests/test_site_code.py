"""Checking in with the code at the place: it proves that somebody was there."""

from datetime import timedelta

import pytest

from kindling.attendance.how import How
from kindling.attendance.models import Day, Entry, Method
from kindling.attendance.proof import seen_at_site
from kindling.attendance.tests.placed import make_placement
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.sites import codes
from kindling.sites.actions import renew_code

URL = "/harbor-view/days/here/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.luis, cast.clinic, cast.sam)


@pytest.fixture
def secret(cast, placement):
    return renew_code(placement.site, by=cast.as_("chen")).secret


def test_the_right_code_says_that_the_student_was_at_the_site(cast, secret, client_of):
    code = codes.screen_code(secret, cast.school.now())

    answer = client_of("luis").post(URL, {"code": f"{code[:3]} {code[3:]}", "goal": "Cats"})

    entry = Entry.objects.get()
    assert answer.status_code == 302
    assert (entry.method, entry.weight, entry.day.at_site) == ("site_code", 2, "yes")
    assert (entry.day.goal, entry.text) == ("Cats", "Cats")


def test_opening_the_scanned_address_fills_in_the_code_and_does_nothing(secret, client_of):
    page = client_of("luis").get(f"{URL}?code=48291377")

    assert 'value="48291377"' in page.text
    assert Day.objects.count() == 0


def test_a_wrong_code_is_told_and_one_can_go_on_without(secret, client_of):
    luis = client_of("luis")

    wrong = luis.post(URL, {"code": "000000"})
    kept = Day.objects.count()
    luis.post(URL, {"code": "000000", "without": "1"})

    assert (wrong.status_code, kept) == (422, 0)
    assert "This is not the code at Bayside Animal Clinic now." in wrong.text
    entry = Entry.objects.get()
    assert (entry.method, entry.weight, entry.day.at_site) == ("page", 1, "unknown")


def test_without_a_code_it_is_the_usual_check_in(placement, client_of):
    assert client_of("luis").post(URL, {}).status_code == 302
    assert Entry.objects.get().method == Method.PAGE


def test_guessing_ends_after_ten_even_with_the_right_one_among_them(cast, secret, client_of):
    luis = client_of("luis")

    right = codes.screen_code(secret, cast.school.now())
    wrong = [f"{n:06d}" for n in range(20) if f"{n:06d}" != right][:10]
    told = [luis.post(URL, {"code": code}).text for code in (*wrong, right)]

    sentence = "The code was wrong too often. Check in without it."
    assert [sentence in text for text in told] == [False] * 10 + [True]


def test_a_place_without_a_code_says_so(placement, client_of):
    text = client_of("luis").post(URL, {"code": "123456"}).text

    assert "No code is used at Bayside Animal Clinic. Check in without one." in text


def test_a_code_that_waited_on_the_phone_is_judged_by_the_true_time(cast, placement, secret):
    tapped = cast.school.now() - timedelta(hours=3)
    code = codes.screen_code(secret, tapped)
    by = cast.as_("luis")

    then = seen_at_site(How(Method.OFFLINE, at=tapped), placement, code, by=by)
    now = seen_at_site(How(Method.OFFLINE), placement, code, by=by)

    assert (then.method, then.at_site, then.at) == (Method.SITE_CODE, "yes", tapped)
    assert now == How(Method.OFFLINE)


def test_a_day_off_is_told_with_the_next_day(cast, client_of):
    assert "You have no internship now." in client_of("maya").get(URL).text
    assert client_of("maya").post(URL, {}).status_code == 409


def test_who_has_come_already_sees_since_when(cast, secret, client_of):
    luis = client_of("luis")
    luis.post(URL, {})

    assert "You’re checked in since 9:00" in luis.get(URL).text


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("rosa", 403), ("otto", 404)])
def test_it_is_for_students(client_of, name, status):
    assert client_of(name).get(URL).status_code == status


def test_what_the_page_costs(secret, client_of, django_assert_num_queries):
    luis = client_of("luis")

    with django_assert_num_queries(5):
        luis.get(URL)


@pytest.fixture
def door(cast, placement):
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    return f"/p/{token_of(held)}/"


def test_the_mentor_leaves_the_code_on_a_screen(cast, secret, door, client):
    digits = codes.screen_code(secret, cast.school.now())

    assert f'href="{door}?screen=' in client.get(door).text
    page = client.get(f"{door}?screen={cast.clinic.site.public_id}")

    assert f">{digits[:3]} {digits[3:]}<" in page.text
    assert 'hx-trigger="every 30s"' in page.text


def test_a_link_shows_no_code_of_another_place(cast, door, client):
    renew_code(cast.shelter.site, by=cast.as_("chen"))

    assert client.get(f"{door}?screen={cast.shelter.site.public_id}").status_code == 404
    assert "?screen=" not in client.get(door).text
