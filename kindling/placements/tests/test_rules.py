"""Who sees pursuits and internships, and who may do what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kindling.people.actions import connect
from kindling.placements import rules
from kindling.placements.models import Placement, Pursuit
from kindling.placements.tests.factories import make_asked, make_placement, make_pursuit
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@pytest.fixture
def both(cast):
    """Maya goes after the shelter, Luis learns at the clinic."""
    return make_pursuit(cast, cast.maya, cast.shelter), make_placement(cast, cast.luis, cast.clinic)


@pytest.mark.parametrize(
    ("name", "students"),
    [
        ("maya", ["Maya Santos"]),
        ("jordan", []),
        ("luis", ["Luis Diaz"]),
        ("ana", ["Luis Diaz", "Maya Santos"]),
        ("chen", ["Luis Diaz", "Maya Santos"]),
        ("dana", ["Luis Diaz", "Maya Santos"]),
        ("priya", ["Luis Diaz", "Maya Santos"]),
        ("rosa", ["Luis Diaz"]),
        ("sam", []),
        ("liam", []),
        ("tasha", []),
        ("otto", []),
    ],
)
def test_you_see_a_pursuit_if_you_see_its_student(cast, both, name, students):
    seen = rules.visible_pursuits(cast.as_(name)).select_related("student__person")

    assert sorted(p.student.name for p in seen) == students


@pytest.mark.parametrize("name", ["maya", "jordan", "sam", "liam", "tasha", "otto"])
def test_nobody_else_sees_the_internship(cast, both, name):
    assert list(rules.visible_placements(cast.as_(name))) == []


@pytest.mark.parametrize("name", ["luis", "ana", "chen", "dana", "priya", "rosa"])
def test_you_see_an_internship_if_you_see_its_student(cast, both, name):
    assert list(rules.visible_placements(cast.as_(name))) == [both[1]]


def test_the_clock_sees_all(cast, both):
    clock = Viewer.system(cast.school)

    assert rules.visible_pursuits(clock).count() == 2
    assert rules.visible_placements(clock).count() == 1


def test_a_pass_shows_nothing_here(cast, both):
    bearer = replace(
        cast.as_("chen"), purpose="confirm_days", subjects=frozenset({both[1].public_id})
    )

    assert list(rules.visible_pursuits(bearer)) == []
    assert list(rules.visible_placements(bearer)) == []
    assert rules.stands(bearer, cast.luis) == frozenset()
    assert rules.may_see_contacts(bearer, both[0]) is False


def stands_of(cast, student):
    names = ["maya", "jordan", "luis", "ana", "chen", "dana", "priya", "rosa", "sam", "otto"]
    found = {name: sorted(rules.stands(cast.as_(name), student)) for name in names}
    return {name: roles for name, roles in found.items() if roles}


def test_who_stands_where_to_a_student(cast):
    assert stands_of(cast, cast.luis) == {
        "luis": ["student"],
        "ana": ["advisor"],
        "chen": ["coordinator"],
        "dana": ["coordinator"],
        "rosa": ["guardian"],
    }


def test_the_hat_of_an_advisor_alone_is_not_enough(cast):
    """Rosa advises others; at her own child she only watches."""
    Membership.objects.create(
        school=cast.school, person=cast.rosa, role=Role.ADVISOR, since_on=cast.school.today()
    )

    assert rules.stands(cast.as_("rosa"), cast.luis) == {Role.GUARDIAN}


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("maya", ["withdraw"]),
        ("ana", ["withdraw"]),
        ("chen", ["approve", "decline", "withdraw"]),
        ("dana", ["approve", "decline", "withdraw"]),
        ("priya", []),
    ],
)
def test_the_buttons_for_what_was_asked(cast, name, steps):
    pursuit = make_asked(cast.maya, cast.shelter)

    assert sorted(rules.allowed_steps(cast.as_(name), pursuit)) == steps


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("maya", ["request_start", "withdraw"]),
        ("ana", ["extend", "withdraw"]),
        ("chen", ["extend", "withdraw"]),
        ("rosa", []),
    ],
)
def test_the_buttons_while_it_runs(cast, name, steps):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)

    assert sorted(rules.allowed_steps(cast.as_(name), pursuit)) == steps


@pytest.mark.parametrize(
    ("name", "steps"),
    [("luis", ["request_end"]), ("ana", ["end", "pause", "request_end"]), ("rosa", [])],
)
def test_the_buttons_of_an_internship(cast, name, steps):
    placement = make_placement(cast, cast.luis, cast.clinic)

    assert sorted(rules.allowed_steps(cast.as_(name), placement)) == steps


def test_every_step_has_its_doers():
    steps = {f"pursuit.{verb}" for verb in Pursuit.STEPS} | {
        f"placement.{verb}" for verb in Placement.STEPS
    }
    beside = {"pursuit.request", "pursuit.award", "pursuit.log_attempt"}
    beside |= {"placement.reschedule", "placement.change_goals"}

    # Closing a pursuit is part of ending its internship: nobody does it alone.
    assert set(rules.DOERS) == (steps - {"pursuit.close"}) | beside


def test_whom_to_call_is_open_once_the_student_may_go_ahead(cast):
    pursuit = make_asked(cast.luis, cast.shelter)
    before = {n: rules.may_see_contacts(cast.as_(n), pursuit) for n in ["luis", "rosa", "ana"]}
    pursuit.state = Pursuit.State.APPROVED
    after = {n: rules.may_see_contacts(cast.as_(n), pursuit) for n in ["luis", "rosa", "ana"]}

    assert before == {"luis": False, "rosa": False, "ana": True}
    assert after == {"luis": True, "rosa": False, "ana": True}


def test_mentors_of_a_site_lead_first(cast):
    connect(cast.luis, cast.sam, Role.MENTOR, by=cast.as_("ana"))

    assert list(rules.mentors_at(cast.clinic.site, cast.school.today())) == [cast.sam]
