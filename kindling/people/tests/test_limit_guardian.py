"""A limit binds a guardian in one matter, until somebody lifts it or its last day is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.people.actions import (
    connect,
    disconnect,
    lift_limit,
    limit_guardian,
    protect_contact,
    settle_school,
    settle_what_ended,
)
from kindling.people.matters import COLUMNS, Matter
from kindling.people.models import Connection, Limit
from kindling.people.rules import visible_family, visible_limits, visible_students, wards
from kindling.people.tests.limiting import limited, second_household, tie_of
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def given(cast, adult=None):
    row = tie_of(cast, adult)
    return {name.removeprefix("has_") for name in COLUMNS if getattr(row, name)}


def test_the_registrar_limits_two_matters_and_the_others_stay(cast):
    made = limited(cast, Matter.DAYS, Matter.DECIDE)

    assert given(cast) == {"plan", "work", "words", "care", "told"}
    assert [(row.matter, row.basis, row.written_by) for row in made] == [
        ("days", "court", cast.priya),
        ("decide", "court", cast.priya),
    ]


def test_a_limit_that_is_lifted_lets_in_again_and_stays_written(cast):
    (limit,) = limited(cast, Matter.WORK)
    lift_limit(limit, by=cast.as_("dana"))
    lift_limit(limit, by=cast.as_("dana"))

    limit.refresh_from_db()
    assert "work" in given(cast)
    assert (limit.ended_by, limit.words) == (cast.dana, "Order 12/26")


def test_of_two_limits_on_one_matter_both_must_be_lifted(cast):
    (court,) = limited(cast, Matter.CARE)
    limited(cast, Matter.CARE, basis=Limit.Basis.SAFETY)
    lift_limit(court, by=cast.as_("priya"))

    assert "care" not in given(cast)


def test_the_last_day_counts_and_the_day_after_the_clock_lifts_it(cast):
    limited(cast, Matter.PLAN, until_on=date(2026, 10, 14))
    with time_machine.travel("2026-10-14T20:00:00+00:00"):
        settle_what_ended()
        on_the_last_day = "plan" in given(cast)
    with time_machine.travel("2026-10-15T12:00:00+00:00"):
        settle_what_ended()

    assert not on_the_last_day
    assert "plan" in given(cast)


def test_who_is_taken_off_and_connected_again_is_bound_by_the_same_limit(cast):
    limited(cast, Matter.DAYS)
    Connection.objects.filter(adult=cast.rosa).update(since_on=date(2026, 9, 1))
    disconnect(cast.luis, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"))
    connect(cast.luis, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"))

    assert "days" not in given(cast)


def test_a_limit_of_one_household_is_none_of_the_other(cast):
    hugo = second_household(cast)
    limited(cast, Matter.DAYS, adult=hugo)

    assert "days" not in given(cast, hugo)
    assert given(cast) == set(Matter.values)


@pytest.mark.parametrize("who", ["ana", "chen", "rosa", "luis", "liam", "otto"])
def test_nobody_else_limits_or_lifts(cast, who):
    (limit,) = limited(cast, Matter.WORK)

    with pytest.raises(PermissionDenied):
        limit_guardian(
            tie_of(cast), [Matter.DAYS], basis=Limit.Basis.COURT, words="", until_on=None,
            by=cast.as_(who),
        )  # fmt: skip
    with pytest.raises(PermissionDenied):
        lift_limit(limit, by=cast.as_(who))
    assert not visible_limits(cast.as_(who)).exists()


def test_a_registrar_does_not_limit_the_other_parent_of_their_own_child(cast):
    Membership.objects.create(
        school=cast.school, person=cast.rosa, role=Role.REGISTRAR, since_on=date(2026, 9, 1)
    )
    hugo = second_household(cast)
    limited(cast, Matter.DAYS, adult=hugo)

    rosa = cast.as_("rosa")
    assert not visible_family(rosa).filter(student=cast.luis).exists()
    assert not visible_limits(rosa).exists()
    with pytest.raises(PermissionDenied):
        protect_contact(tie_of(cast, hugo), is_protected=True, by=rosa)


def test_nothing_chosen_a_day_that_is_over_and_no_reason_are_refused_with_a_sentence(cast):
    with pytest.raises(Refused, match="Choose at least one"):
        limited(cast)
    with pytest.raises(Refused, match="last day is over"):
        limited(cast, Matter.DAYS, until_on=date(2026, 10, 12))
    with pytest.raises(Refused, match="reason"):
        limited(cast, Matter.DAYS, basis=Limit.Basis.OTHER, words=" ")
    assert given(cast) == set(Matter.values)


def test_what_a_limit_said_is_never_rewritten(cast):
    (limit,) = limited(cast, Matter.DAYS)
    limit.words = "Nothing"

    with pytest.raises(TypeError, match="written once"):
        limit.save()
    with pytest.raises(TypeError, match="written once"):
        limit.save(update_fields=["words"])


def test_the_columns_say_what_the_rows_say_whatever_came_before(cast):
    """Every order of limits and liftings ends as if it were worked out from the rows at once."""
    first = limited(cast, Matter.DAYS, Matter.WORK, Matter.TOLD)
    limited(cast, Matter.WORK, until_on=date(2026, 10, 13) + timedelta(days=3))
    lift_limit(first[0], by=cast.as_("priya"))
    lift_limit(first[1], by=cast.as_("priya"))

    open_ = set(Limit.objects.filter(ended_at=None).values_list("matter", flat=True))
    assert given(cast) == set(Matter.values) - open_ == {"days", "plan", "words", "care", "decide"}


def test_whom_nothing_is_left_finds_no_child(cast):
    limited(cast, *Matter)

    assert not visible_students(cast.as_("rosa")).exists()
    assert not wards(cast.as_("rosa"), None).exists()


def test_the_own_advisor_reads_of_the_family_and_another_schools_does_not(cast):
    assert [row.adult for row in visible_family(cast.as_("ana"))] == [cast.rosa]
    assert not visible_family(cast.as_("otto")).exists()
    assert not visible_family(cast.as_("rosa")).exists()
    assert not visible_family(Viewer.system(cast.north)).exists()


def test_who_is_connected_again_is_protected_again(cast):
    hugo = second_household(cast)
    connection = tie_of(cast, hugo)
    Connection.objects.filter(pk=connection.pk).update(since_on=date(2026, 9, 1))
    protect_contact(connection, is_protected=True, by=cast.as_("dana"))
    disconnect(cast.luis, hugo, Role.GUARDIAN, by=cast.as_("priya"))

    connect(cast.luis, hugo, Role.GUARDIAN, by=cast.as_("priya"))

    assert tie_of(cast, hugo).is_protected
    protect_contact(tie_of(cast, hugo), is_protected=False, by=cast.as_("dana"))
    settle_school(by=cast.as_("priya"))
    assert not tie_of(cast, hugo).is_protected
