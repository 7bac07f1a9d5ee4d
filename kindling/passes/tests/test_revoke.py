"""Staff see the links about their students and end one."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass, revoke_pass
from kindling.passes.models import Pass
from kindling.passes.rules import visible_passes
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

LIST = "/harbor-view/passes/"


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("ana", 1), ("chen", 1), ("dana", 1), ("priya", 1),
        ("maya", 0), ("rosa", 0), ("sam", 0), ("liam", 0), ("tasha", 0), ("otto", 0),
    ],
)  # fmt: skip
def test_leaders_and_the_students_advisor_see_it(cast, held, name, sees):
    assert visible_passes(cast.as_(name)).count() == sees


def test_another_advisor_does_not_see_it(cast, held):
    ben = make_person(cast.school, "Ben Lowe", Role.ADVISOR)

    assert visible_passes(Viewer.of_person(ben)).count() == 0


def test_a_pass_about_nobody_belongs_to_the_students_its_bearer_works_with(cast):
    held = make_pass(cast.sam, "look", [], by=Viewer.system(cast.school))
    assert visible_passes(cast.as_("ana")).count() == 0

    connect(cast.maya, cast.sam, Role.MENTOR, by=cast.as_("priya"))

    assert list(visible_passes(cast.as_("ana"))) == [held]


def test_ending_takes_effect_at_once_and_leaves_a_trace(client_of, held, door):
    answer = client_of("ana").post(f"{LIST}{held.public_id}/revoke/")

    assert (answer.status_code, answer.url) == (302, LIST)
    assert client_of("ana").get(door).status_code == 410
    assert Event.objects.get(verb="pass.revoke").subject_id == held.public_id


def test_ending_twice_is_refused(cast, held):
    revoke_pass(held, by=cast.as_("chen"))

    with pytest.raises(Refused):
        revoke_pass(held, by=cast.as_("ana"))


@pytest.mark.parametrize("name", ["maya", "liam", "rosa"])
def test_who_is_not_staff_ends_nothing(client_of, held, name):
    assert client_of(name).post(f"{LIST}{held.public_id}/revoke/").status_code == 404
    assert client_of(name).get(LIST).status_code == 403
    assert Pass.objects.get().revoked_at is None


def test_the_action_asks_the_rule_itself(cast, held):
    with pytest.raises(PermissionDenied):
        revoke_pass(held, by=cast.as_("maya"))


def test_the_list_never_shows_the_address(client_of, held, door):
    page = client_of("chen").get(LIST).content.decode()

    assert "Sam Ito" in page
    assert door not in page


def test_the_list_says_whether_it_was_opened(client_of, held, door):
    before = client_of("chen").get(LIST).content.decode()
    client_of("maya").get(door)
    after = client_of("chen").get(LIST).content.decode()

    assert ("not opened yet" in before, "last opened Tue 13 Oct" in after) == (True, True)


def test_the_list_can_be_of_one_person(client_of, cast, held):
    make_pass(cast.rosa, "look", [], by=cast.as_("chen"))

    page = client_of("chen").get(f"{LIST}?who={cast.rosa.public_id}").content.decode()

    assert ("Rosa Diaz" in page, "Sam Ito" in page) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    client_of, cast, held, count, django_assert_num_queries
):
    for _ in range(count - 1):
        make_pass(cast.sam, "look", [], by=cast.as_("chen"), about=cast.luis)
    client = client_of("chen")

    with django_assert_num_queries(5):
        client.get(LIST)
