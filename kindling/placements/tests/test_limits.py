"""How many places at once: by school, by student, by site. The refusal says number and mend."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.placements.actions import change_policy, set_limit, withdraw_pursuit
from kindling.placements.models import Pursuit, PursuitLimit, PursuitPolicy
from kindling.placements.tests.factories import make_asked
from tests.cast import make_place

HOME = "/harbor-view"


def places(cast, count):
    return [make_place(cast.school, f"Site {n}", f"Place {n}") for n in range(count)]


def test_one_place_at_a_time_for_who_needs_it_so(cast):
    set_limit(cast.maya, 1, "One thing at a time.", by=cast.as_("ana"))
    first, second = places(cast, 2)
    make_asked(cast.maya, first)

    with pytest.raises(Refused, match="You go after 1 place already"):
        make_asked(cast.maya, second)

    make_asked(cast.luis, first)
    assert make_asked(cast.luis, second).state == "requested"


def test_more_at_once_for_who_needs_more_tries(cast):
    set_limit(cast.maya, 3, "Needs many tries.", by=cast.as_("chen"))
    for place in places(cast, 3):
        make_asked(cast.maya, place)

    assert Pursuit.objects.count() == 3


def test_the_newest_number_counts_and_all_stay_with_their_reasons(cast):
    set_limit(cast.maya, 1, "One thing at a time.", by=cast.as_("ana"))
    set_limit(cast.maya, None, "Doing well.", by=cast.as_("ana"))
    for place in places(cast, 2):
        make_asked(cast.maya, place)

    kept = PursuitLimit.objects.order_by("pk").values_list("most", "reason", "by__name")
    assert list(kept) == [
        (1, "One thing at a time.", "Ana Reyes"),
        (None, "Doing well.", "Ana Reyes"),
    ]
    events = Event.objects.filter(verb="pursuit_limit.set").order_by("pk")
    assert [event.detail["most"] for event in events] == [1, None]


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "otto"])
def test_only_who_guides_the_student_sets_the_number(cast, name):
    with pytest.raises(PermissionDenied):
        set_limit(cast.maya, 1, "Because.", by=cast.as_(name))


@pytest.mark.parametrize(("most", "reason"), [(0, "x"), (21, "x"), (1, "  ")])
def test_a_number_needs_sense_and_a_reason(cast, most, reason):
    with pytest.raises(ValidationError):
        set_limit(cast.maya, most, reason, by=cast.as_("ana"))

    assert PursuitLimit.objects.count() == 0


def test_a_site_is_asked_by_so_many_at_once(cast):
    change_policy(site_limit=1, by=cast.as_("chen"))
    first = make_asked(cast.maya, cast.shelter)

    with pytest.raises(Refused, match="1 student goes after Harbor Animal Shelter already"):
        make_asked(cast.luis, cast.shelter)

    withdraw_pursuit(first, by=cast.as_("maya"))
    assert make_asked(cast.luis, cast.shelter).state == "requested"


def test_the_pages(cast, client_of):
    address = f"{HOME}/pursuits/limit/{cast.maya.public_id}/"
    ana = client_of("ana")
    assert ana.get(address).status_code == 200
    assert ana.post(address, {"most": "1", "reason": "Calm."}, follow=True).status_code == 200
    assert "Calm." in ana.get(address).text
    assert ana.post(address, {"most": "99", "reason": ""}).status_code == 422
    maya = client_of("maya")
    assert "Calm." in maya.get(f"{HOME}/pursuits/limit/", follow=True).text
    assert maya.post(address, {"most": "9", "reason": "More."}).status_code == 403
    assert client_of("priya").get(address).status_code == 403
    assert client_of("otto").get(address).status_code == 404

    policy = {"order": "first", "offer_days": "3", "stuck_days": "5", "site_limit": ""}
    chen = client_of("chen")
    assert chen.get(f"{HOME}/pursuits/policy/").status_code == 200
    sent = policy | {"pursue_1": "guardian", "pursue_2": "coordinator"}
    assert chen.post(f"{HOME}/pursuits/policy/", sent).status_code == 302
    kept = PursuitPolicy.objects.get()
    assert (kept.order, kept.offer_days, kept.site_limit) == ("first", 3, None)
    assert kept.pursue_chain == ["guardian", "coordinator"]
    twice = policy | {"pursue_1": "mentor", "pursue_2": "mentor"}
    assert chen.post(f"{HOME}/pursuits/policy/", twice).status_code == 422
    assert client_of("ana").get(f"{HOME}/pursuits/policy/").status_code == 403


def test_nobody_else_changes_the_policy(cast):
    for name in ("maya", "ana", "priya", "otto"):
        with pytest.raises(PermissionDenied):
            change_policy(site_limit=1, by=cast.as_(name))
