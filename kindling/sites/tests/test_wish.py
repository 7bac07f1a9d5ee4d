"""A student keeps a place in mind without asking anyone."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.sites.actions import add_wish, close_opportunity, drop_wish
from kindling.sites.models import Wish
from kindling.sites.rules import visible_wishes
from kindling.sites.tests.asking import HTMX, titles
from tests.cast import make_place


def test_kept_in_mind_and_taken_off_again(cast, client_of):
    client, path = client_of("maya"), f"/harbor-view/places/{cast.clinic.public_id}"

    assert client.post(f"{path}/wish/").status_code == 302
    assert titles(client.get("/harbor-view/places/wishes/")) == ["Animal care assistant"]
    part = client.post(f"{path}/unwish/", headers=HTMX)
    assert "Keep in mind" in part.content.decode()
    assert Wish.objects.count() == 0


def test_twice_is_once(cast):
    for _ in range(2):
        add_wish(cast.clinic, by=cast.as_("maya"))
    assert Wish.objects.count() == 1
    for _ in range(2):
        drop_wish(cast.clinic, by=cast.as_("maya"))
    assert Wish.objects.count() == 0


def test_nobody_else_sees_the_list(cast):
    add_wish(cast.clinic, by=cast.as_("maya"))

    others = ("jordan", "ana", "chen", "dana", "rosa", "otto")
    assert [list(visible_wishes(cast.as_(name))) for name in others] == [[]] * 6


def test_a_closed_place_leaves_the_list(cast):
    add_wish(cast.clinic, by=cast.as_("maya"))

    close_opportunity(cast.clinic, by=cast.as_("chen"))

    assert list(visible_wishes(cast.as_("maya"))) == []


@pytest.mark.parametrize("name", ["ana", "chen", "rosa", "tasha"])
def test_only_students_wish(cast, client_of, name):
    with pytest.raises(PermissionDenied):
        add_wish(cast.clinic, by=cast.as_(name))
    assert client_of(name).get("/harbor-view/places/wishes/").status_code == 403


def test_no_wish_at_another_school(cast, client_of):
    zoo = make_place(cast.north, "Zoo", "Keeper")

    with pytest.raises(PermissionDenied):
        add_wish(zoo, by=cast.as_("maya"))
    path = f"/harbor-view/places/{zoo.public_id}/wish/"
    assert client_of("maya").post(path).status_code == 404
