"""A student writes an interest down. It is theirs alone."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.interests.actions import add_interest
from kindling.interests.models import Interest
from kindling.interests.rules import visible_interests


def send(client, **fields):
    facts = {"words": "Old radios", "why": "They hum.", "since_on": "", "area": "media"}
    return client.post("/harbor-view/interests/add/", facts | fields)


def test_an_interest_starts_today_and_private(cast, client_of):
    answer = send(client_of("maya"))

    assert (answer.status_code, answer["Location"]) == (302, "/harbor-view/interests/")
    interest = Interest.objects.get()
    assert (interest.words, interest.since_on, interest.shared_on) == (
        "Old radios", date(2026, 10, 13), None,
    )  # fmt: skip
    assert interest.student == cast.maya


def test_the_history_never_holds_the_words(cast):
    interest = add_interest(by=cast.as_("maya"), words="Secret thing", why="Because")

    event = Event.objects.get(subject_id=interest.public_id)
    assert (event.verb, event.detail) == ("interest.add", {})


@pytest.mark.parametrize("words", ["🎸🔥", "الرسم والخط", "D'Angelo's “bass”", "x" * 300])
def test_any_words_are_kept_as_they_are(cast, client_of, words):
    client = client_of("maya")

    assert send(client, words=words).status_code == 302
    assert Interest.objects.get().words == words
    assert client.get("/harbor-view/interests/").status_code == 200


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": ""}, "Fill this in."),
        ({"words": "x" * 301}, "Use at most 300 letters."),
        ({"since_on": "2026-10-14"}, "Choose today or an earlier day."),
        ({"since_on": "0026-10-14"}, "Look at the year again."),
        ({"since_on": "soon"}, "Enter a valid date."),
        ({"area": "wizardry"}, "Choose one from the list."),
    ],
)
def test_wrong_input_saves_nothing_and_says_what_to_do(cast, client_of, fields, sentence):
    answer = send(client_of("maya"), **fields)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Interest.objects.count() == 0


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "tasha", "otto"])
def test_nobody_else_writes_one_down(cast, name):
    with pytest.raises(PermissionDenied):
        add_interest(by=cast.as_(name), words="For Maya")

    assert Interest.objects.count() == 0


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "dana", "jordan", "otto"])
def test_a_private_interest_is_for_no_other_eyes(cast, name):
    interest = add_interest(by=cast.as_("maya"), words="Old radios")

    assert list(visible_interests(cast.as_(name))) == []
    assert list(visible_interests(cast.as_("maya"))) == [interest]
