"""What each person reads of a round, and in how many statements."""

from __future__ import annotations

import pytest
import time_machine

from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.rounds import actions
from kindling.rounds.models import Choice, Pick, Round
from kindling.rounds.rules import PICK_STUDENTS
from kindling.rounds.tests.rounds import AFTER, make_open, place_of, put_list
from kindling.sites.actions import leave_alone
from kindling.sites.models import Quiet, Site
from tests.cast import make_place

HOME = "/harbor-view/rounds/"


@pytest.fixture
def bakery(cast):
    return make_place(cast.school, "Corner Bakery", "Baker's helper")


@pytest.fixture
def open_round(cast, bakery):
    return make_open(cast, cast.shelter, bakery, asked_share=50, returning_first=True)


@pytest.fixture
def published(cast, open_round, django_capture_on_commit_callbacks):
    put_list(cast, open_round, "maya", cast.shelter)
    put_list(cast, open_round, "luis", cast.shelter)
    with (
        time_machine.travel(AFTER, tick=True),
        django_capture_on_commit_callbacks(execute=True),
    ):
        actions.close_round(open_round, by=cast.as_("chen"))
        actions.run_round(open_round, by=cast.as_("chen"))
        actions.publish_round(open_round, by=cast.as_("chen"))
    return Round.objects.get()


def test_the_coordinator_makes_chooses_opens_and_tries(cast, client_of, bakery):
    client = client_of("chen")
    assert client.get(f"{HOME}make/").status_code == 200
    facts = {"name": "Spring", "closes_at": "2026-10-20T18:00", "list_length": 8, "asked_share": 0}
    assert client.post(f"{HOME}make/", facts | {"closes_at": "2020-01-01T10:00"}).status_code == 422
    client.post(f"{HOME}make/", facts)
    one = Round.objects.get()
    here = f"{HOME}{one.public_id}/"
    page = client.get(f"{here}places/")
    assert "Baker" in page.text
    too_many = {f"seats-{bakery.public_id}": "5"}
    assert "has only 1 free" in client.post(f"{here}places/", too_many).text
    client.post(f"{here}places/", {f"seats-{bakery.public_id}": "1"})
    client.post(f"{here}open/")
    assert "nobody listed it" in client.get(here).text
    assert "Nobody" not in client.post(f"{here}try/").text
    assert client.get(f"{here}lists/").status_code == 200
    assert client.get(f"{here}change/").status_code == 200
    assert client.post(f"{here}cancel/", {"reason": ""}).status_code == 422
    client.post(f"{here}cancel/", {"reason": "Too few."})
    one.refresh_from_db()
    assert (one.state, one.reason) == ("cancelled", "Too few.")


def test_a_student_ranks_without_javascript(cast, client_of, open_round, bakery):
    client, here = client_of("maya"), f"{HOME}{open_round.public_id}/"
    shelter, bread = (place_of(open_round, one).public_id for one in (cast.shelter, bakery))

    assert "Your list is empty" in client.get(here).text
    for do, place in [("add", shelter), ("add", bread), ("up", bread), ("add", bread)]:
        client.post(f"{here}rank/", {"do": do, "place": place})

    titles = Choice.objects.order_by("number").values_list("place__opportunity__title", flat=True)
    assert list(titles) == ["Baker's helper", "Shelter helper"]
    text = client.get(here).text
    assert "Every place of the round is on your list." in text
    assert open_round.seed not in text
    client.post(f"{here}rank/", {"do": "remove", "place": bread})
    assert Choice.objects.get().number == 1


def test_a_place_for_older_students_stays_off_the_list(cast, client_of):
    one = make_open(cast, cast.clinic)
    client, place = client_of("maya"), place_of(one, cast.clinic)

    assert "For students of 16 and older" in client.get(f"{HOME}{one.public_id}/").text
    answer = client.post(f"{HOME}{one.public_id}/rank/", {"do": "add", "place": place.public_id})

    assert answer.status_code == 409
    assert Choice.objects.count() == 0


def test_an_advisor_reads_lengths_and_never_an_order(cast, client_of, open_round):
    put_list(cast, open_round, "maya", cast.shelter)

    text = client_of("ana").get(f"{HOME}{open_round.public_id}/lists/").text

    assert "1 place" in text
    assert "Shelter helper" not in text


def test_each_reads_their_result_with_the_reason(cast, client_of, published):
    winner = published.outcomes.get(number=1)
    loser = published.outcomes.get(number=2)
    name = {cast.maya.pk: "maya", cast.luis.pk: "luis"}
    here = f"{HOME}{published.public_id}/"

    won = client_of(name[winner.student_id]).get(here).text
    lost = client_of(name[loser.student_id]).get(here).text

    assert "You have a place" in won
    assert "Full. The last seat went to number 1, yours is 2." in lost
    assert loser.student.name not in won
    check = client_of("jordan").get(f"{here}check/").text
    assert "The same result came out, for every student." in check
    assert published.seed in check


def test_a_changed_record_is_found_out(cast, client_of, published):
    published.outcomes.filter(number=1).update(place=None)

    text = client_of("chen").get(f"{HOME}{published.public_id}/check/").text

    assert "What came out is not what was published." in text


def test_before_it_is_published_nobody_else_reads_it(cast, client_of, open_round):
    put_list(cast, open_round, "maya", cast.shelter)
    with time_machine.travel(AFTER, tick=True):
        actions.close_round(open_round, by=cast.as_("chen"))
        actions.run_round(open_round, by=cast.as_("chen"))
    here = f"{HOME}{open_round.public_id}/"

    assert "Maya Santos" in client_of("chen").get(f"{here}results/").text
    assert "Maya Santos" not in client_of("ana").get(f"{here}results/").text
    assert "You have a place" not in client_of("maya").get(here).text
    assert client_of("maya").get(f"{here}check/").status_code == 404


def test_another_school_finds_nothing(cast, client_of, open_round):
    assert client_of("otto").get(f"{HOME}{open_round.public_id}/").status_code == 404


def test_a_mentor_says_whom_they_would_take_first(cast, client, open_round):
    put_list(cast, open_round, "maya", cast.shelter)
    actions.ask_mentors(open_round, by=cast.as_("chen"))
    place = place_of(open_round, cast.shelter)
    held = make_pass(cast.sam, PICK_STUDENTS, [place.public_id], by=cast.as_("chen"))
    door = f"/p/{token_of(held)}/"

    assert "Maya Santos" in client.get(door).text
    ids = [cast.maya.public_id, cast.luis.public_id]
    client.post(door, {"place": place.public_id, "student": ids})

    assert list(Pick.objects.values_list("student", flat=True)) == [cast.maya.pk]


def test_the_mentor_of_a_site_that_is_left_in_peace_is_not_asked(cast, open_round):
    site = Site.objects.get(pk=cast.shelter.site_id)
    until = cast.school.today()
    leave_alone(site, Quiet.Kind.REST, until_on=until, reason="", by=cast.as_("chen"))

    assert actions.ask_mentors(open_round, by=cast.as_("chen")) == 0


@pytest.mark.parametrize(
    ("path", "name", "statements"),
    [("", "chen", 8), ("", "maya", 8), ("lists/", "ana", 5), ("results/", "chen", 7)],
)
def test_a_page_costs_the_same_with_more_rows(
    cast, client_of, open_round, bakery, django_assert_num_queries, path, name, statements
):
    put_list(cast, open_round, "maya", cast.shelter)
    client, here = client_of(name), f"{HOME}{open_round.public_id}/{path}"
    client.get(here)

    with django_assert_num_queries(statements):
        client.get(here)
    put_list(cast, open_round, "maya", bakery)
    put_list(cast, open_round, "luis", bakery, cast.shelter)
    with django_assert_num_queries(statements):
        client.get(here)
