"""Put differently: the earlier words stay with the student."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.interests.actions import add_interest, change_interest, end_interest, share_interest
from kindling.interests.models import EarlierWords, Interest
from kindling.interests.rules import visible_earlier_words
from kindling.kit.http import Refused

NEW = {"words": "Ham radio", "why": "I got a licence.", "area": "", "since_on": date(2026, 9, 1)}


@pytest.fixture
def interest(cast):
    return add_interest(by=cast.as_("maya"), words="Old radios", why="They hum.")


def test_earlier_words_are_kept(cast, interest):
    change_interest(interest, by=cast.as_("maya"), **NEW)

    assert Interest.objects.get().words == "Ham radio"
    earlier = EarlierWords.objects.get()
    assert (earlier.words, earlier.why) == ("Old radios", "They hum.")


def test_a_new_date_alone_keeps_no_earlier_words(cast, interest):
    facts = {"words": interest.words, "why": interest.why, "area": "media"}

    change_interest(interest, by=cast.as_("maya"), **facts, since_on=date(2026, 1, 5))

    assert EarlierWords.objects.count() == 0


def test_earlier_words_are_never_shown_to_others(cast, interest, client_of):
    change_interest(interest, by=cast.as_("maya"), **NEW)
    share_interest(interest, by=cast.as_("maya"))

    assert [e.words for e in visible_earlier_words(cast.as_("maya"))] == ["Old radios"]
    for name in ("ana", "chen", "dana", "otto", "jordan"):
        assert list(visible_earlier_words(cast.as_(name))) == []
    part = client_of("ana").get(f"/harbor-view/interests/for/{cast.maya.public_id}/")
    assert "Ham radio" in part.content.decode()
    assert "Old radios" not in part.content.decode()
    own = client_of("maya").get(f"/harbor-view/interests/{interest.public_id}/")
    assert "Old radios" in own.content.decode()


def test_an_ended_interest_is_not_changed(cast, interest):
    end_interest(interest, by=cast.as_("maya"))

    with pytest.raises(Refused, match="You ended this interest"):
        change_interest(interest, by=cast.as_("maya"), **NEW)


def test_nobody_speaks_for_a_student(cast, interest):
    share_interest(interest, by=cast.as_("maya"))

    for name in ("ana", "jordan", "dana"):
        with pytest.raises(PermissionDenied):
            change_interest(interest, by=cast.as_(name), **NEW)


@pytest.mark.parametrize("name", ["ana", "jordan", "dana", "otto"])
def test_the_edit_page_is_nobody_elses(cast, interest, client_of, name):
    share_interest(interest, by=cast.as_("maya"))
    path = f"/harbor-view/interests/{interest.public_id}/edit/"

    assert client_of(name).get(path).status_code == 404
    assert client_of(name).post(path, {"words": "Hijacked"}).status_code == 404
    assert Interest.objects.get().words == "Old radios"


def test_the_page_saves_what_was_written(cast, interest, client_of):
    path = f"/harbor-view/interests/{interest.public_id}/edit/"
    client = client_of("maya")

    assert "Old radios" in client.get(path).content.decode()
    sent = {"words": "Ham radio", "why": "", "since_on": "2026-10-01", "area": ""}
    assert client.post(path, sent).status_code == 302
    assert Interest.objects.get().since_on == date(2026, 10, 1)
