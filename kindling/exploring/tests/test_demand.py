"""What students look for and the school has no place for, without pointing at anybody."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.exploring.queries.demand import demand_of
from kindling.interests.actions import add_interest, share_interest
from kindling.interests.models import Interest
from kindling.sites.models import Wish
from tests.cast import make_student

PAGE = "/harbor-view/exploring/demand/"


@pytest.fixture
def crowd(cast):
    """Eight students of Harbor View."""
    return [make_student(cast.school, f"Kid{n} Case", "101", date(2011, 1, 1)) for n in range(8)]


def interested(student, area, *, shared=True):
    today = date(2026, 10, 1)
    return Interest.objects.create(
        school=student.school, student=student, words="Hidden words", area=area, since_on=today,
        shared_on=today if shared else None, changed_at="2026-10-01T12:00Z",
    )  # fmt: skip


def test_small_numbers_stay_hidden_and_private_interests_are_not_counted(cast, crowd, client_of):
    for number, student in enumerate(crowd):
        interested(student, "media")
        interested(student, "beauty", shared=number < 7)
        interested(student, "law", shared=False)

    rows = {row.area: row.interested for row in demand_of(cast.as_("chen")).rows}

    assert rows == {"media": 8, "beauty": None}
    text = client_of("chen").get(PAGE).content.decode()
    assert ("Hidden words" in text, "under 8" in text) == (False, True)


def test_one_student_with_two_interests_is_one(cast, crowd):
    for student in crowd[:7]:
        interested(student, "media")
        interested(student, "media")

    assert demand_of(cast.as_("chen")).rows[0].interested is None


def test_an_area_without_an_open_place_stands_first(cast):
    for area in ("land", "media"):
        share_interest(add_interest(by=cast.as_("luis"), words="x", area=area), by=cast.as_("luis"))

    found = demand_of(cast.as_("chen"))

    assert [(row.area, row.places) for row in found.rows] == [("media", 0), ("land", 2)]


def test_a_wanted_place_is_named_from_eight_students_on_and_only_while_it_takes_nobody(cast, crowd):
    type(cast.shelter).objects.filter(pk=cast.shelter.pk).update(state="paused")
    for student in crowd:
        for place in (cast.shelter, cast.clinic):
            Wish.objects.create(school=cast.school, student=student, opportunity=place)
    assert [one.place for one in demand_of(cast.as_("chen")).wanted] == [cast.shelter]

    Wish.objects.filter(student=crowd[0]).delete()
    found = demand_of(cast.as_("chen"))
    assert (found.wanted, found.rows) == ([], [])


def test_one_wish_and_none_look_the_same(cast):
    share_interest(add_interest(by=cast.as_("luis"), words="x", area="land"), by=cast.as_("luis"))
    before = demand_of(cast.as_("chen"))
    Wish.objects.create(school=cast.school, student=cast.maya, opportunity=cast.shelter)

    assert demand_of(cast.as_("chen")) == before


@pytest.mark.parametrize("name", ["maya", "rosa", "ana", "priya", "liam", "tasha"])
def test_nobody_else_counts(cast, client_of, name):
    assert client_of(name).get(PAGE).status_code == 403


def test_the_statements_stay_the_same(cast, crowd, client_of, django_assert_num_queries):
    client = client_of("chen")
    interested(crowd[0], "media")
    with django_assert_num_queries(6):
        client.get(PAGE)
    for student in crowd[1:4]:
        interested(student, "law")
    with django_assert_num_queries(6):
        client.get(PAGE)
