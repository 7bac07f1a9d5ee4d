"""Whose own it is: many pages let a student do what nobody else may."""

from dataclasses import replace

from kindling.people.rules import is_own
from kindling.schools.roles import Role
from tests.cast import make_person


def test_a_student_is_themselves_and_nobody_else_is(cast):
    assert is_own(cast.as_("luis"), cast.luis)
    for name in ("maya", "ana", "rosa", "dana", "sam", "otto"):
        assert not is_own(cast.as_(name), cast.luis)


def test_no_pass_speaks_for_a_student(cast):
    assert not is_own(replace(cast.as_("luis"), purpose="read_portfolio"), cast.luis)


def test_who_no_longer_wears_the_students_hat_owns_nothing(cast):
    gone = cast.as_("luis")

    assert not is_own(replace(gone, roles=gone.roles - {Role.STUDENT}), cast.luis)


def test_a_namesake_of_another_school_and_nobody_own_nothing(cast):
    twin = make_person(cast.north, "Luis Diaz", Role.STUDENT, user=False)

    assert not is_own(replace(cast.as_("luis"), person=None), cast.luis)
    assert not is_own(replace(cast.as_("luis"), person=twin), cast.luis)
