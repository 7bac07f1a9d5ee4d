"""At eighteen the rights pass to the student, who says what family still reads."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kindling.kit.http import Refused
from kindling.people.actions import (
    connect,
    settle_school,
    settle_what_ended,
    share_matter,
    stop_sharing,
    transfer_rights,
)
from kindling.people.matters import SHARED, Matter
from kindling.people.models import Connection, Sharing, Transfer
from kindling.people.rules import (
    guardians_for,
    may_decide,
    students_on_record,
    to_transfer,
    visible_students,
)
from kindling.people.tests.limiting import limited, second_household, turns_18
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

OWN, DEPENDENT = Transfer.Outcome.STUDENT, Transfer.Outcome.DEPENDENT


def lets_in(cast, who="rosa"):
    viewer = cast.as_(who)
    return {m for m in Matter if visible_students(viewer, m).filter(pk=cast.luis.pk).exists()}


def confirmed(cast, outcome=OWN, **facts):
    turns_18(cast)
    return transfer_rights(cast.luis, outcome, by=cast.as_("priya"), **facts)


def test_on_the_birthday_the_registrar_finds_the_student_and_before_it_nobody(cast):
    before = list(to_transfer(cast.as_("priya")))
    turns_18(cast)

    assert before == []
    assert list(to_transfer(cast.as_("priya"))) == [cast.luis]
    assert not to_transfer(cast.as_("ana")).exists()


def test_until_the_registrar_confirms_the_family_reads_and_decides_no_more(cast):
    turns_18(cast)

    assert lets_in(cast) == set(Matter) - {Matter.DECIDE}
    assert may_decide(cast.as_("luis"), cast.luis)


def test_after_it_is_confirmed_the_family_loses_every_matter(cast):
    confirmed(cast)

    assert lets_in(cast) == set()
    assert not guardians_for(cast.luis, Matter.TOLD).exists()
    assert students_on_record(cast.as_("luis")).get() == cast.luis
    assert not to_transfer(cast.as_("priya")).exists()


def test_luis_keeps_sharing_narratives_with_rosa_and_nothing_else(cast):
    confirmed(cast)
    share_matter(cast.luis, cast.rosa, Matter.WORDS, by=cast.as_("luis"))
    share_matter(cast.luis, cast.rosa, Matter.WORDS, by=cast.as_("luis"))

    assert lets_in(cast) == {Matter.WORDS}
    assert Sharing.objects.count() == 1


def test_what_is_shared_can_be_taken_back(cast):
    confirmed(cast)
    share_matter(cast.luis, cast.rosa, Matter.PLAN, by=cast.as_("luis"))
    stop_sharing(cast.luis, cast.rosa, Matter.PLAN, by=cast.as_("luis"))

    assert lets_in(cast) == set()


@pytest.mark.parametrize("who", ["rosa", "ana", "priya", "dana", "otto", "maya"])
def test_nobody_shares_for_the_student(cast, who):
    confirmed(cast)

    with pytest.raises(PermissionDenied):
        share_matter(cast.luis, cast.rosa, Matter.PLAN, by=cast.as_(who))
    with pytest.raises(PermissionDenied):
        stop_sharing(cast.luis, cast.rosa, Matter.PLAN, by=cast.as_(who))


def test_deciding_is_shared_with_nobody_not_even_by_the_database(cast):
    confirmed(cast)

    with pytest.raises(PermissionDenied):
        share_matter(cast.luis, cast.rosa, Matter.DECIDE, by=cast.as_("luis"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Sharing.objects.create(
            school=cast.school, student=cast.luis, adult=cast.rosa, matter=Matter.DECIDE,
            since_on=cast.school.today(),
        )  # fmt: skip
    assert Matter.DECIDE not in SHARED


def test_who_is_under_age_shares_nothing_and_with_strangers_nobody_does(cast):
    with pytest.raises(PermissionDenied):
        share_matter(cast.luis, cast.rosa, Matter.PLAN, by=cast.as_("luis"))
    confirmed(cast)
    with pytest.raises(PermissionDenied):
        share_matter(cast.luis, cast.ana, Matter.PLAN, by=cast.as_("luis"))


def test_a_dependent_is_read_of_until_the_day_and_then_the_rights_are_the_students(cast):
    confirmed(cast, DEPENDENT, basis="Tax return of 2025", until_on=date(2026, 12, 31))
    now = lets_in(cast)
    with time_machine.travel("2027-01-02T12:00:00+00:00"):
        settle_what_ended()
        later = lets_in(cast)

    assert now == set(Matter) - {Matter.DECIDE}
    assert later == set()
    assert Transfer.objects.get(ended_at=None).outcome == OWN


def test_a_dependent_needs_what_was_shown_and_a_day_within_a_year(cast):
    turns_18(cast)

    with pytest.raises(Refused, match="what the family showed"):
        transfer_rights(cast.luis, DEPENDENT, until_on=date(2026, 12, 31), by=cast.as_("priya"))
    with pytest.raises(Refused, match="within a year"):
        transfer_rights(cast.luis, DEPENDENT, basis="Tax return", by=cast.as_("priya"))
    assert lets_in(cast) == set(Matter) - {Matter.DECIDE}


def test_nobody_confirms_before_the_birthday(cast):
    with pytest.raises(Refused, match="not 18 yet"):
        transfer_rights(cast.luis, OWN, by=cast.as_("priya"))


@pytest.mark.parametrize("who", ["luis", "rosa", "ana", "chen", "otto"])
def test_only_registrar_and_principal_confirm(cast, who):
    turns_18(cast)

    with pytest.raises(PermissionDenied):
        transfer_rights(cast.luis, OWN, by=cast.as_(who))


def test_a_registrar_does_not_say_it_of_their_own_child(cast):
    turns_18(cast)
    Membership.objects.create(
        school=cast.school, person=cast.rosa, role=Role.REGISTRAR, since_on=date(2026, 9, 1)
    )

    with pytest.raises(PermissionDenied):
        transfer_rights(cast.luis, DEPENDENT, basis="x", until_on=None, by=cast.as_("rosa"))
    assert not to_transfer(cast.as_("rosa")).exists()


def test_another_decision_ends_the_one_before_and_both_stay_written(cast):
    confirmed(cast)
    transfer_rights(
        cast.luis, DEPENDENT, basis="Tax return", until_on=date(2026, 12, 31), by=cast.as_("dana")
    )

    said = Transfer.objects.order_by("pk").values_list("outcome", "written_by", "ended_by")
    assert list(said) == [
        ("student", cast.priya.pk, cast.dana.pk),
        ("dependent", cast.dana.pk, None),
    ]
    assert lets_in(cast) == set(Matter) - {Matter.DECIDE}


def test_who_is_connected_after_it_is_let_into_nothing(cast):
    confirmed(cast)
    hugo = second_household(cast)

    assert not visible_students(Viewer.of_person(hugo)).exists()


def test_a_court_order_stays_when_the_student_shares(cast):
    limited(cast, Matter.WORDS)
    confirmed(cast)
    share_matter(cast.luis, cast.rosa, Matter.WORDS, by=cast.as_("luis"))

    assert lets_in(cast) == set()


def test_a_connection_that_an_import_adds_is_settled(cast):
    confirmed(cast)
    connect(cast.luis, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"))
    Connection.objects.filter(adult=cast.rosa).update(has_days=True)  # as a bulk insert leaves it
    settle_school(by=Viewer.system(cast.school))

    assert lets_in(cast) == set()
