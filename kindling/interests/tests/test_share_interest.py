"""Shared with those who work with the student, until it is not."""

import pytest

from kindling.interests.actions import (
    add_interest,
    end_interest,
    share_interest,
    unshare_interest,
)
from kindling.interests.models import Interest
from kindling.interests.rules import visible_interests
from kindling.kit.http import Refused

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def interest(cast):
    """One of Luis's; and one of Maya's that nobody may see through his."""
    add_interest(by=cast.as_("maya"), words="Maya's own")
    return add_interest(by=cast.as_("luis"), words="Bikes")


def seen_by(cast, name):
    return [i.words for i in visible_interests(cast.as_(name))]


def test_sharing_shows_it_to_advisor_family_and_leaders_only(cast, interest):
    share_interest(interest, by=cast.as_("luis"))

    seen = {n: seen_by(cast, n) for n in ("ana", "rosa", "chen", "dana", "jordan", "otto", "tasha")}
    assert seen == {
        "ana": ["Bikes"], "rosa": ["Bikes"], "chen": ["Bikes"], "dana": ["Bikes"],
        "jordan": [], "otto": [], "tasha": [],
    }  # fmt: skip


def test_taking_it_back_hides_it_at_once(cast, interest):
    share_interest(interest, by=cast.as_("luis"))

    unshare_interest(interest, by=cast.as_("luis"))

    assert [seen_by(cast, n) for n in ("ana", "rosa", "chen")] == [[], [], []]


def test_ending_it_hides_it_and_keeps_it_for_the_student(cast, interest):
    share_interest(interest, by=cast.as_("luis"))

    end_interest(interest, by=cast.as_("luis"))

    assert (seen_by(cast, "ana"), seen_by(cast, "luis")) == ([], ["Bikes"])
    with pytest.raises(Refused):
        share_interest(interest, by=cast.as_("luis"))


def test_twice_is_once(cast, interest):
    for _ in range(2):
        share_interest(interest, by=cast.as_("luis"))
    for _ in range(2):
        end_interest(interest, by=cast.as_("luis"))

    assert Interest.objects.get(pk=interest.pk).ended_on is not None


@pytest.mark.parametrize("verb", ["share", "unshare", "end"])
def test_one_tap_changes_it_with_and_without_htmx(cast, interest, client_of, verb):
    client, path = client_of("luis"), f"/harbor-view/interests/{interest.public_id}/{verb}/"

    assert client.post(path).status_code == 302
    part = client.post(path, headers=HTMX)
    assert part.status_code == (409 if verb == "x" else 200)
    assert part.content.decode().strip().startswith("<section")


@pytest.mark.parametrize("verb", ["share", "unshare", "end"])
def test_nobody_taps_for_another_student(cast, interest, client_of, verb):
    share_interest(interest, by=cast.as_("luis"))
    path = f"/harbor-view/interests/{interest.public_id}/{verb}/"

    assert [client_of(n).post(path).status_code for n in ("maya", "ana", "rosa", "otto")] == [
        404, 404, 404, 404,
    ]  # fmt: skip
    assert Interest.objects.get(pk=interest.pk).is_shared


def test_the_part_for_a_students_page_shows_shared_ones_alone(cast, interest, client_of):
    add_interest(by=cast.as_("luis"), words="Still secret")
    share_interest(interest, by=cast.as_("luis"))
    path = f"/harbor-view/interests/for/{cast.luis.public_id}/"

    for name in ("ana", "rosa", "dana", "luis"):
        text = client_of(name).get(path).content.decode()
        assert ("Bikes" in text, "Still secret" in text, "Maya's own" in text) == (
            True, False, False,
        )  # fmt: skip
    assert [client_of(n).get(path).status_code for n in ("jordan", "otto", "tasha")] == [404] * 3


def test_rosa_sees_no_other_child(cast, interest, client_of):
    path = f"/harbor-view/interests/for/{cast.maya.public_id}/"

    assert client_of("rosa").get(path).status_code == 404
