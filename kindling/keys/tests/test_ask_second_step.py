"""A school asks its people for a second step: when, whom, and who is let back in."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from kindling.accounts.models import Session
from kindling.accounts.tests.test_second_step import add_app
from kindling.keys.actions.second_step import ask_second_step, forget_second_step
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schools.models import School

PAGE = "/harbor-view/second-step/"


@pytest.fixture
def asked(cast):
    """Harbor View asks since yesterday."""
    School.objects.filter(pk=cast.school.pk).update(second_step_from=date(2026, 10, 12))


def has_one(person):
    type(person.user).objects.filter(pk=person.user.pk).update(has_second_step=True)


def test_people_get_a_week(cast, client_of):
    client = client_of("dana")

    soon = client.post(PAGE, {"since": "2026-10-16"})
    later = client.post(PAGE, {"since": "2026-10-20"})

    assert (soon.status_code, "at least one week" in soon.text) == (422, True)
    assert (later.status_code, later.url) == (302, PAGE)
    assert School.objects.get(pk=cast.school.pk).second_step_from == date(2026, 10, 20)


@pytest.mark.parametrize("name", ["ana", "chen", "priya", "maya", "rosa"])
def test_only_who_runs_the_school_asks(cast, client_of, name):
    assert client_of(name).get(PAGE).status_code == 403
    assert client_of(name).post(PAGE, {"since": "2026-12-01"}).status_code == 403


def test_before_the_day_pages_open_and_the_inbox_reminds(cast, client_of):
    ask_second_step(date(2026, 10, 20), by=cast.as_("dana"))

    assert client_of("ana").get("/harbor-view/").status_code == 200
    assert "Add a second step before" in client_of("ana").get("/harbor-view/inbox/").text
    assert "Add a second step before" not in client_of("maya").get("/harbor-view/inbox/").text


def test_from_the_day_on_colleagues_without_one_are_led_to_it(asked, cast, client_of):
    client = client_of("ana")

    answer = client.get("/harbor-view/students/")

    assert (answer.status_code, answer.url) == (302, "/you/second-step/")
    page = client.get(answer.url)
    assert (page.status_code, "Your school asks" in page.text) == (200, True)
    assert client.post("/harbor-view/students/").status_code == 302
    assert client.get("/harbor-view/api/v1/days/").status_code == 403


def test_with_one_every_page_opens(asked, cast, client_of):
    has_one(cast.ana)

    assert client_of("ana").get("/harbor-view/").status_code == 200


@pytest.mark.parametrize("name", ["maya", "rosa", "tasha"])
def test_students_families_and_alumni_are_not_asked(asked, cast, client_of, name):
    assert client_of(name).get("/harbor-view/").status_code == 200


def test_another_school_asks_nothing(asked, cast, client_of):
    assert client_of("otto").get("/northgate/").status_code == 200


def test_the_page_names_who_has_none(cast, client_of, django_assert_num_queries):
    has_one(cast.chen)
    client = client_of("dana")

    with django_assert_num_queries(5):
        text = client.get(PAGE).text

    assert "3 colleagues have none yet" in text
    assert "Ana Reyes" in text
    assert "Otto Lind" not in text


def test_who_lost_their_phone_is_let_in_again(cast, client_of):
    client_of("chen")
    has_one(cast.chen)

    answer = client_of("dana").post(f"{PAGE}{cast.chen.public_id}/forget/")

    cast.chen.user.refresh_from_db()
    assert (answer.status_code, cast.chen.user.has_second_step) == (302, False)
    assert not Session.objects.filter(user=cast.chen.user).exists()


def test_nobody_takes_away_their_own_or_of_another_school(cast, client_of):
    has_one(cast.dana)
    has_one(cast.otto)
    client = client_of("dana")

    assert client.post(f"{PAGE}{cast.dana.public_id}/forget/").status_code == 403
    assert client.post(f"{PAGE}{cast.otto.public_id}/forget/").status_code == 404


def test_where_there_is_none_nothing_is_taken_away(cast):
    with pytest.raises(Refused, match="has no second step"):
        forget_second_step(cast.chen, by=cast.as_("dana"))


def test_who_runs_the_server_lets_in_who_belongs_to_two_schools(cast, capsys):
    has_one(cast.otto)

    call_command("forget_second_step", "otto@northgate.example.org")

    cast.otto.user.refresh_from_db()
    assert not cast.otto.user.has_second_step
    with pytest.raises(CommandError, match="has no second step"):
        call_command("forget_second_step", "otto@northgate.example.org")


def test_whoever_it_was_the_owner_reads_of_it(cast, client_of):
    add_app(client_of("ana"))

    letter = Notice.objects.get(person=cast.ana)

    assert (letter.kind, letter.subject) == ("keys/changed", "How you sign in was changed")
    assert "second step of your account was added or taken away" in letter.body
