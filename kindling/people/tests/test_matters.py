"""A guardian is let into one matter of a child and not into another."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kindling.people.actions import connect
from kindling.people.matters import COLUMNS, READS, Matter
from kindling.people.models import Connection
from kindling.people.rules import (
    deciders,
    guardians_for,
    may_decide,
    students_in_full,
    students_on_record,
    visible_students,
    wards,
)
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person


def limit(cast, *matters):
    Connection.objects.filter(adult=cast.rosa).update(**{m.column: False for m in matters})


def test_every_matter_has_a_column_that_is_on_unless_somebody_limits_it(cast):
    row = Connection.objects.get(adult=cast.rosa)

    assert {name: getattr(row, name) for name in COLUMNS} == dict.fromkeys(COLUMNS, True)


@pytest.mark.parametrize("matter", Matter)
def test_a_limit_takes_one_matter_and_leaves_the_others(cast, matter):
    limit(cast, matter)

    rosa = cast.as_("rosa")

    left = {m for m in Matter if visible_students(rosa, m).exists()}
    assert left == set(Matter) - {matter}
    assert {m for m in Matter if students_in_full(rosa, m).exists()} == left
    assert {m for m in Matter if wards(rosa, m).exists()} == left
    assert {m for m in Matter if guardians_for(cast.luis, m).exists()} == left


def test_without_a_matter_a_guardian_finds_the_child_while_one_is_left(cast):
    limit(cast, *READS, Matter.DECIDE)
    with_letters = [s.pk for s in visible_students(cast.as_("rosa"))]
    limit(cast, *Matter)

    assert with_letters == [cast.luis.pk]
    assert not visible_students(cast.as_("rosa")).exists()


def test_what_the_school_certified_is_a_matter_of_its_own(cast):
    limit(cast, Matter.WORDS)

    assert not students_on_record(cast.as_("rosa")).exists()
    assert students_on_record(cast.as_("luis")).get() == cast.luis


def test_a_limit_of_one_guardian_is_none_of_another(cast):
    other = make_person(cast.school, "Hugo Diaz", Role.GUARDIAN)
    connect(cast.luis, other, Role.GUARDIAN, by=Viewer.system(cast.school))
    limit(cast, Matter.DAYS, Matter.DECIDE)

    assert list(guardians_for(cast.luis, Matter.DECIDE)) == [other]
    assert list(guardians_for(cast.luis, Matter.TOLD)) == [cast.rosa, other]
    assert visible_students(Viewer.of_person(other), Matter.DAYS).get() == cast.luis


def test_from_eighteen_on_nobody_decides_but_the_student(cast):
    before = (may_decide(cast.as_("rosa"), cast.luis), may_decide(cast.as_("luis"), cast.luis))
    cast.luis.birth_on = date(2008, 10, 13)  # eighteen today
    cast.luis.save()

    assert before == (True, False)
    assert not may_decide(cast.as_("rosa"), cast.luis)
    assert may_decide(cast.as_("luis"), cast.luis)
    assert not visible_students(cast.as_("rosa"), Matter.DECIDE).exists()
    assert list(deciders(cast.luis)) == [cast.luis.person]


def test_on_the_day_before_eighteen_and_without_a_birthday_the_family_decides(cast):
    cast.luis.birth_on = date(2008, 10, 14)
    cast.luis.save()
    day_before = may_decide(cast.as_("rosa"), cast.luis)
    cast.luis.birth_on = None
    cast.luis.save()

    assert day_before
    assert may_decide(cast.as_("rosa"), cast.luis)
    assert visible_students(cast.as_("rosa"), Matter.DECIDE).get() == cast.luis


def test_staff_and_students_are_not_bound_by_matters(cast):
    limit(cast, *Matter)

    seen = {who: visible_students(cast.as_(who), Matter.CARE).count() for who in ("ana", "luis")}

    assert seen == {"ana": 3, "luis": 1}


def test_otto_of_northgate_and_a_guardian_whose_connection_ended_decide_nothing(cast):
    Connection.objects.filter(adult=cast.rosa).update(until_on=date(2026, 10, 12))

    assert not may_decide(cast.as_("otto"), cast.luis)
    assert not may_decide(cast.as_("rosa"), cast.luis)
    assert not guardians_for(cast.luis, Matter.TOLD).exists()


def test_the_database_refuses_a_limit_of_an_advisor(cast):
    advises = Connection.objects.filter(adult=cast.ana, student=cast.luis)

    with pytest.raises(IntegrityError), transaction.atomic():
        advises.update(has_days=False)
