"""The pages: draw, mark blind, open, settle, record; what they count, and who is turned away."""

import pytest
from django.test import Client

from kindling.evidence.models import Evidence
from kindling.moderation.models import Marking, Sitting
from kindling.moderation.tests.moderating import another_advisor, drawn, judged, marked, opened
from kindling.schools.roles import Role
from tests.cast import make_person

PAGE = "/harbor-view/moderation/"


@pytest.fixture
def client_for(cast):
    """A browser of their own, by first name or for somebody who is not of the cast."""

    def _client_for(who):
        client = Client()
        person = cast.person(who) if isinstance(who, str) else who
        client.force_login(person.user, backend="kindling.accounts.backends.Backend")
        return client

    return _client_for


@pytest.fixture
def noor(cast):
    return another_advisor(cast)


def test_the_whole_way(client_for, cast, noor):
    judged(cast)
    today = cast.school.today().isoformat()
    dana, marker = client_for("dana"), client_for(noor)

    facts = {"title": "Fall", "since_on": today, "until_on": today, "percent": 100, "each": "1"}
    answer = dana.post(f"{PAGE}draw/", facts | {"markers": [noor.public_id]})
    sitting = Sitting.objects.get()
    assert answer["Location"] == f"{PAGE}sittings/{sitting.public_id}/"
    (one,) = sitting.sampled.all()
    page = f"{PAGE}sampled/{one.public_id}/"
    said = {"level": one.first.public_id, "comment": "It shows.", "sure": "yes"}
    assert marker.post(f"{page}mark/", said).status_code == 302
    assert dana.post(f"{PAGE}sittings/{sitting.public_id}/open/").status_code == 302
    settled = {"outcome": "stands", "note": "We read it the same way."}
    assert marker.post(f"{page}settle/", settled).status_code == 302
    record = {"held_on": today, "present": [noor.public_id], "words": "We agree."}
    assert dana.post(f"{PAGE}sittings/{sitting.public_id}/record/", record).status_code == 302

    text = marker.get(f"{PAGE}sittings/{sitting.public_id}/").text
    assert "We agree." in text
    assert "The same level in 1 of 1 marks" in text


def test_while_it_is_marked_the_page_shows_no_name_no_level_and_nobodys_words(
    client_for, cast, noor
):
    judged(cast)
    sitting = drawn(cast, [noor])
    (one,) = sitting.sampled.all()
    marker = client_for(noor)

    for path in (f"sampled/{one.public_id}/", f"sittings/{sitting.public_id}/", ""):
        text = marker.get(PAGE + path).text
        for secret in ("Luis", "Ana Reyes", "Ana saw it herself", str(one.first)):
            where = text.split('<form class="form card"')[0]  # the levels to choose from
            assert secret not in where
    assert "I asked why bees leave." in marker.get(f"{PAGE}sampled/{one.public_id}/").text


def test_a_form_without_a_word_comes_back_and_keeps_nothing(client_for, cast, noor):
    judged(cast)
    (one,) = drawn(cast, [noor]).sampled.all()

    answer = client_for(noor).post(f"{PAGE}sampled/{one.public_id}/mark/", {"sure": "yes"})

    assert answer.status_code == 422
    assert Marking.objects.filter(level__isnull=False).count() == 0


def test_the_draw_form_says_what_is_wrong(client_for, cast):
    judged(cast)
    facts = {"title": "Fall", "since_on": "2026-10-13", "until_on": "2026-10-01", "percent": 0}

    answer = client_for("dana").post(f"{PAGE}draw/", facts | {"each": "1"})

    assert answer.status_code == 422
    assert "The last day comes after the first one." in answer.text
    assert "Choose somebody who marks." in answer.text
    assert Sitting.objects.count() == 0


def test_opening_too_early_names_who_is_missing(client_for, cast, noor):
    kim = another_advisor(cast, "Kim Lee")
    judged(cast)
    sitting = drawn(cast, [noor, kim], each=2)
    (one,) = sitting.sampled.all()
    marked(one, noor, 2)
    page = f"{PAGE}sittings/{sitting.public_id}/open/"

    answer = client_for("dana").post(page)

    assert answer.status_code == 409
    assert "Kim Lee" in answer.text
    assert client_for("dana").post(page, {"anyway": "1"}).status_code == 302


def test_the_pieces_file_opens_for_who_marks_only(client_for, cast, noor):
    judged(cast)
    sitting = drawn(cast, [noor])
    (one,) = sitting.sampled.all()
    piece = Evidence.objects.get(judged__judgement=one.judgement)
    page = f"{PAGE}sampled/{one.public_id}/pieces/{piece.public_id}/"

    assert client_for(noor).get(page).status_code == 404  # words only: there is no file
    assert client_for("ana").get(page).status_code == 404


def test_who_is_turned_away(client_for, cast, noor):
    sitting = opened(cast, noor, {"ER1": (3, 2)})
    (one,) = sitting.sampled.all()
    kim = make_person(cast.school, "Kim Lee", Role.ADVISOR)

    for who in ("luis", "rosa", "priya", "liam", kim):
        client = client_for(who)
        assert client.get(f"{PAGE}sittings/{sitting.public_id}/").status_code == 404
        assert client.get(f"{PAGE}sampled/{one.public_id}/").status_code == 404
        assert client.post(f"{PAGE}sittings/{sitting.public_id}/open/").status_code == 404
        assert client.get(f"{PAGE}draw/").status_code == 403
    assert client_for("otto").get(f"{PAGE}sittings/{sitting.public_id}/").status_code == 404
    assert client_for("ana").get(f"{PAGE}sampled/{one.public_id}/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_sitting_costs_the_same_however_much_was_drawn(
    client_for, cast, noor, count, django_assert_num_queries
):
    codes = ("ER1", "QR1", "CO1")[:count]
    sitting = opened(cast, noor, dict.fromkeys(codes, (3, 2)))
    client = client_for("dana")
    client.get(f"{PAGE}sittings/{sitting.public_id}/")

    with django_assert_num_queries(9):
        client.get(f"{PAGE}sittings/{sitting.public_id}/")
    with django_assert_num_queries(4):
        client.get(PAGE)


def test_an_empty_page_teaches(client_for, cast):
    text = client_for("dana").get(PAGE).text

    assert "Nothing is being marked again" in text
    assert "Draw a sample" in text
