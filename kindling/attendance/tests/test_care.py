"""A mentor is asked so often and no oftener, however many schools would like to."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine

from kindling.attendance.actions import ask_mentor, ask_mentors
from kindling.attendance.tests.placed import at, make_placement
from kindling.kit.http import Refused
from kindling.notices.actions import notify, spend_asks
from kindling.notices.asking import contact_hash, resting
from kindling.notices.models import AskCount, Notice
from kindling.schools.models import Network, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import SiteMentor
from tests.cast import make_person, make_place, make_student


@pytest.fixture
def placement(cast):
    School.objects.update(asks_per_month=3)
    cast.school.refresh_from_db()
    cast.north.refresh_from_db()
    return make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 1))


@pytest.fixture
def at_northgate(cast, placement):
    """The same Sam, whom Northgate knows by the same e-mail, with a student of theirs."""
    twin = make_person(
        cast.north, "Samuel Ito", Role.MENTOR, user=False, email="Sam@harbor-view.example.org "
    )
    student = make_student(cast.north, "Nia Hart", "201", date(2010, 1, 1))
    place = make_place(cast.north, "Bayside Animal Clinic", "Helper")
    return make_placement(student, place, twin, starts_on=date(2026, 10, 1), weekdays=(1, 2, 3, 4))


def run(*moments: str) -> list[str]:
    for moment in moments:
        with time_machine.travel(at(moment), tick=False):
            ask_mentors()
    return [notice.school.slug for notice in Notice.objects.order_by("pk")]


def test_two_schools_share_one_budget(cast, placement, at_northgate):
    told = run(
        "2026-10-13 14:10", "2026-10-14 14:10", "2026-10-15 14:10", "2026-10-16 14:10",
        "2026-10-20 14:10",
    )  # fmt: skip

    assert len(told) == 3
    assert AskCount.objects.get().asks == 3


def test_next_month_they_may_be_asked_again(cast, placement):
    days = ["2026-10-13", "2026-10-15", "2026-10-20", "2026-10-22", "2026-10-27", "2026-10-29"]
    assert len(run(*[f"{day} 14:10" for day in days])) == 3

    assert len(run("2026-11-03 14:10")) == 4


def test_a_school_learns_only_that_they_rest(cast, placement, at_northgate, client_of):
    SiteMentor.objects.filter(person=cast.sam).exclude(site=placement.site).delete()
    pages = [
        f"/harbor-view/places/sites/{placement.site.public_id}/",
        f"/harbor-view/days/mentors/{cast.sam.public_id}/",
    ]
    before = [client_of("chen").get(page).content.decode() for page in pages]
    for _ in range(3):
        spend_asks([at_northgate.mentor], by=Viewer.system(cast.north))
    after = [client_of("chen").get(page).content.decode() for page in pages]

    assert ["May be asked" in page for page in before] == [True, True]
    assert ["Rests until" in page for page in after] == [True, True]
    assert ["1 November" in page or "Nov" in page for page in after] == [True, True]
    assert ["orthgate" in page or "Samuel" in page for page in after] == [False, False]


def test_a_button_is_refused_and_says_until_when(cast, placement):
    for _ in range(3):
        ask_mentor(cast.sam, [placement], by=cast.as_("ana"))

    with pytest.raises(Refused, match="Sam has been asked often this month and rests until Sunday"):
        ask_mentor(cast.sam, [placement], by=cast.as_("ana"))
    assert Notice.objects.count() == 3


def test_safety_is_no_ask(cast, placement):
    for _ in range(3):
        spend_asks([cast.sam], by=cast.as_("chen"))

    notice = notify(
        cast.sam, "passes/not_me", {"bearer": cast.sam}, by=cast.as_("chen"), urgent=True
    )

    assert (notice.state, AskCount.objects.get().asks) == ("queued", 3)


def test_the_count_names_nobody(cast, placement):
    spend_asks([cast.sam], by=cast.as_("chen"))

    row = AskCount.objects.get()
    assert row.contact_hash == contact_hash(cast.sam, cast.school)
    assert len(row.contact_hash) == 64
    assert "sam" not in str(vars(row))


def test_another_network_counts_for_itself(cast, placement):
    other = School(network=Network.objects.create(name="Other", slug="other"))

    assert contact_hash(cast.sam, other) != contact_hash(cast.sam, cast.school)
    assert contact_hash(cast.sam, cast.north) == contact_hash(cast.sam, cast.school)


def test_the_same_phone_is_the_same_human_where_there_is_no_mail(cast, placement):
    cast.sam.email, cast.sam.phone = "", "+1 (401) 555-0199"
    one = contact_hash(cast.sam, cast.school)
    cast.sam.phone = "401 555 0199"

    assert contact_hash(cast.sam, cast.school) == one
    cast.sam.phone = ""
    assert contact_hash(cast.sam, cast.school) == ""


@pytest.mark.parametrize("number", [1, 5])
def test_many_cost_as_much_as_one(cast, placement, number, django_assert_num_queries):
    people = [make_person(cast.school, f"M{n} Test", user=False) for n in range(number)]
    by = Viewer.system(cast.school)

    with django_assert_num_queries(7):
        assert len(spend_asks(people, by=by)) == number
    with django_assert_num_queries(1):
        assert resting(people, cast.school) == {}


def test_one_message_for_several_interns_is_one_ask(cast, placement):
    make_placement(cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 1), ends_at=time(13))

    run("2026-10-13 14:10")

    assert (Notice.objects.count(), AskCount.objects.get().asks) == (1, 1)
