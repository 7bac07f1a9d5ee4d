"""Somebody stands in for Ana for some days; the access ends by itself."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.advisory import actions
from kindling.advisory.models import Substitute
from kindling.advisory.rules import visible_advisories
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.actions import give_role
from kindling.people.rules import is_own_advisor, own_advisees, visible_students
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person, make_student

FIRST, LAST = date(2026, 10, 14), date(2026, 10, 16)
PAGE = "/harbor-view/advisories/"


@pytest.fixture
def kim(cast) -> Person:
    return make_person(cast.school, "Kim Park", Role.STAFF)


def named(cast, kim, by: str = "ana", **facts) -> Substitute:
    span = {"since_on": FIRST, "until_on": LAST} | facts
    return actions.name_substitute(cast.tide, kim, by=cast.as_(by), **span)


def seen(kim) -> set[str]:
    return {student.first for student in visible_students(Viewer.of_person(kim))}


@pytest.mark.parametrize(
    ("at", "who"),
    [
        ("2026-10-13T20:00Z", set()),
        ("2026-10-14T12:00Z", {"Maya", "Jordan", "Luis"}),
        ("2026-10-16T20:00Z", {"Maya", "Jordan", "Luis"}),
        ("2026-10-17T12:00Z", set()),
    ],
)
def test_access_begins_and_ends_by_itself(cast, kim, at, who):
    named(cast, kim)

    with time_machine.travel(at):
        assert seen(kim) == who
        viewer = Viewer.of_person(kim)
        assert visible_advisories(viewer).exists() is bool(who)


def test_they_are_nobodys_own_advisor(cast, kim):
    named(cast, kim)

    with time_machine.travel("2026-10-14T12:00Z"):
        assert list(own_advisees(Viewer.of_person(kim))) == []
        assert is_own_advisor(cast.as_("ana"), cast.maya)


def test_taken_back_it_ends_at_once(cast, kim):
    one = named(cast, kim)

    with time_machine.travel("2026-10-15T12:00Z"):
        actions.end_substitute(one, by=cast.as_("ana"))
        actions.end_substitute(one, by=cast.as_("dana"))

        assert seen(kim) == set()
        assert Viewer.of_person(kim).roles == {"staff"}
    one.refresh_from_db()
    assert one.ended_by == cast.ana


def test_taken_back_before_it_began_nothing_is_left(cast, kim):
    one = named(cast, kim)

    actions.end_substitute(one, by=cast.as_("ana"))

    with time_machine.travel("2026-10-14T12:00Z"):
        assert seen(kim) == set()


def test_who_comes_into_the_group_or_leaves_it_meanwhile(cast, kim):
    named(cast, kim)
    office = Viewer.system(cast.school)

    with time_machine.travel("2026-10-15T12:00Z"):
        new = make_student(cast.school, "Noor Aziz", "101", date(2012, 1, 1))
        actions.seat_student(new, cast.tide, by=office)
        actions.unseat_student(cast.luis, by=office)

        assert seen(kim) == {"Maya", "Jordan", "Noor"}


def test_taken_back_they_do_not_keep_who_came_meanwhile(cast):
    """Liam advises a group of his own, so his hat stays when the access goes."""
    give_role(cast.liam, Role.ADVISOR, by=cast.as_("priya"))
    one = named(cast, cast.liam)

    with time_machine.travel("2026-10-15T12:00Z"):
        new = make_student(cast.school, "Noor Aziz", "101", date(2012, 1, 1))
        actions.seat_student(new, cast.tide, by=cast.as_("priya"))
        assert seen(cast.liam) == {"Maya", "Jordan", "Luis", "Noor"}
        actions.end_substitute(one, by=cast.as_("ana"))

        assert seen(cast.liam) == set()


def test_one_group_taken_back_leaves_the_other(cast, kim):
    office = cast.as_("priya")
    reef = actions.make_advisory(by=office, name="Reef")
    actions.seat_student(cast.luis, reef, by=office)
    one = named(cast, kim)
    actions.name_substitute(reef, kim, since_on=FIRST, until_on=LAST, by=office)

    actions.end_substitute(one, by=cast.as_("ana"))

    with time_machine.travel("2026-10-14T12:00Z"):
        assert seen(kim) == {"Luis"}


def test_they_are_told_by_letter(cast, kim):
    named(cast, kim)

    told = Notice.objects.get(kind="advisory/substitute")
    assert (told.person, told.subject) == (kim, "You stand in for Tide")


def test_a_double_tap_makes_one(cast, kim):
    named(cast, kim)
    with pytest.raises(Refused, match="already has access"):
        named(cast, kim)
    assert Substitute.objects.count() == 1


@pytest.mark.parametrize(
    "span", [(date(2026, 10, 12), LAST), (LAST, FIRST), (FIRST, date(2027, 3, 1))]
)
def test_days_that_are_over_or_too_many(cast, kim, span):
    with pytest.raises(Refused):
        named(cast, kim, since_on=span[0], until_on=span[1])


@pytest.mark.parametrize("name", ["maya", "rosa", "chen", "liam", "otto"])
def test_nobody_else_names_one(cast, kim, name):
    with pytest.raises(PermissionDenied):
        named(cast, kim, by=name)


@pytest.mark.parametrize("name", ["rosa", "sam", "otto", "maya", "tasha"])
def test_only_who_works_here_stands_in(cast, name):
    with pytest.raises(PermissionDenied):
        named(cast, cast.person(name))


def test_a_substitute_names_no_substitute(cast, kim):
    named(cast, kim)
    with time_machine.travel("2026-10-14T12:00Z"), pytest.raises(PermissionDenied):
        actions.name_substitute(
            cast.tide, cast.chen, since_on=LAST, until_on=LAST, by=Viewer.of_person(kim)
        )


def test_the_page_lists_and_ends_them(cast, kim, client_of):
    client = client_of("ana")
    path = f"{PAGE}{cast.tide.public_id}/substitutes/"
    form = {"person": kim.public_id, "since_on": "2026-10-14", "until_on": "2026-10-16"}

    assert client.get(path).status_code == 200
    assert client.post(path, form).status_code == 302
    page = client.get(f"{PAGE}{cast.tide.public_id}/").text
    one = Substitute.objects.get()
    ended = client.post(f"{path}{one.public_id}/end/")

    assert ("Kim Park" in page, ended.status_code) == (True, 302)
    assert client_of("otto").get(path).status_code == 404
