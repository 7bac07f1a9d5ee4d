"""Leaders read what came; it is forgotten in time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kindling.texts.actions import purge_texts
from kindling.texts.models import Text
from kindling.texts.tests.conftest import LUIS, MAYA

URL = "/harbor-view/texts/"


@pytest.fixture
def sent(cast, placement, text):
    text("here", LUIS)
    text("I am <b>sad</b>", MAYA)


def test_leaders_see_who_what_and_what_came_of_it(sent, client_of):
    page = client_of("dana").get(URL).text

    assert "Luis Diaz" in page
    assert "I am &lt;b&gt;sad&lt;/b&gt;" in page
    assert "Luis is checked in at Bayside Animal Clinic" in page


@pytest.mark.parametrize(
    ("name", "status"), [("ana", 403), ("luis", 403), ("rosa", 403), ("otto", 404)]
)
def test_nobody_else_does(sent, client_of, name, status):
    assert client_of(name).get(URL).status_code == status


def test_another_school_sees_none(cast, sent, client_of):
    Text.objects.update(school=cast.north)

    assert "Luis" not in client_of("dana").get(URL).text


def test_a_stranger_is_nobodys(cast, text, client_of):
    text("here", "+14015550999")

    assert "0999" not in client_of("dana").get(URL).text


def test_the_words_go_after_a_month_and_the_row_after_a_year(sent, client_of):
    Text.objects.filter(verb="here").update(at=timezone.now() - timedelta(days=31))
    Text.objects.exclude(verb="here").update(at=timezone.now() - timedelta(days=366))

    purge_texts()

    kept = Text.objects.get()
    assert (kept.body, kept.reply, kept.outcome) == ("", "", "done")
    assert "(words erased)" in client_of("dana").get(URL).text


def test_a_stranger_is_forgotten_after_a_week(text):
    text("here", "+14015550999")
    Text.objects.update(at=timezone.now() - timedelta(days=8))

    purge_texts()

    assert Text.objects.count() == 0


def test_the_list_costs_the_same_for_one_and_for_three(
    sent, text, client_of, django_assert_num_queries
):
    dana = client_of("dana")
    Text.objects.exclude(verb="here").delete()
    with django_assert_num_queries(4):
        dana.get(URL)

    text("out", LUIS)
    text("help", MAYA)

    with django_assert_num_queries(4):
        dana.get(URL)
