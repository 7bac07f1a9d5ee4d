"""The code of a site: begun, shown, printed, renewed, stopped."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.sites import codes
from kindling.sites.actions import renew_code, stop_code
from kindling.sites.models import SiteCode


@pytest.fixture
def site(cast):
    return cast.clinic.site


def url(site, rest=""):
    return f"/harbor-view/places/sites/{site.public_id}/code/{rest}"


def test_the_coordinator_begins_and_it_is_shown(cast, site, client_of):
    chen = client_of("chen")

    assert chen.post(url(site, "renew/")).status_code == 302

    code = SiteCode.objects.get(site=site)
    digits = codes.screen_code(code.secret, cast.school.now())
    page = chen.get(url(site)).text
    assert f">{digits[:3]} {digits[3:]}<" in page
    assert code.secret not in page
    assert Event.objects.get(verb="site.begin_code").subject_id == site.public_id


def test_the_poster_shows_the_code_of_the_wall(cast, site, client_of):
    code = renew_code(site, by=cast.as_("chen"))
    wall = codes.wall_code(code.secret)

    page = client_of("dana").get(url(site, "poster/")).text

    assert f">{wall[:4]} {wall[4:]}<" in page


def test_a_new_secret_ends_every_old_code(cast, site):
    old = renew_code(site, by=cast.as_("chen")).secret

    new = renew_code(site, by=cast.as_("chen")).secret

    assert not codes.holds(new, codes.wall_code(old), cast.school.now())
    assert SiteCode.objects.get().secret == new


def test_stopping_ends_it_once(cast, site):
    renew_code(site, by=cast.as_("chen"))

    stop_code(site, by=cast.as_("chen"))

    assert SiteCode.objects.count() == 0
    with pytest.raises(Refused, match=re.escape("No code is used here.")):
        stop_code(site, by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["ana", "luis", "priya", "otto"])
def test_nobody_else_makes_or_sees_one(cast, site, client_of, name):
    renew_code(site, by=cast.as_("chen"))

    answers = [client_of(name).get(url(site, rest)).status_code for rest in ("", "poster/")]

    wanted = 403 if name in {"ana", "priya"} else 404
    assert answers == [wanted] * 2
    with pytest.raises(PermissionDenied):
        renew_code(site, by=cast.as_(name))


def test_a_site_without_a_code_has_no_poster(site, client_of):
    assert client_of("chen").get(url(site, "poster/")).status_code == 404


def test_the_pages_cost_the_same(cast, site, client_of, django_assert_num_queries):
    renew_code(site, by=cast.as_("chen"))
    chen = client_of("chen")

    with django_assert_num_queries(4):
        chen.get(url(site))
    with django_assert_num_queries(4):
        chen.get(url(site, "poster/"))


def test_the_api_never_shows_a_secret(cast, site, client_of):
    secret = renew_code(site, by=cast.as_("chen")).secret

    answers = [
        client_of("chen").get(f"/harbor-view/api/v1/{path}").text
        for path in ("places", f"places/{site.public_id}", "opportunities")
    ]

    assert [secret in text for text in answers] == [False] * 3
