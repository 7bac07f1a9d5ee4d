"""A shadow day: allowed by school and family, agreed by the host, held, counted."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exploring import actions
from kindling.exploring.models import Experience, ShadowDay
from kindling.exploring.tests.factories import (
    FRIDAY,
    TODAY,
    WEDNESDAY,
    agreed,
    behind,
    held,
    jordans_family,
    jordans_pursuit,
    planned,
)
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.roll.models import Mark
from kindling.schedule.models import Commitment
from kindling.schools.viewer import Viewer


@pytest.fixture
def dad(cast):
    return jordans_family(cast)


@pytest.fixture
def pursuit(cast):
    return jordans_pursuit(cast)


def letters(kind):
    found = Notice.objects.filter(kind=f"exploring/{kind}").order_by("person__name")
    return list(found.values_list("person__name", flat=True))


def test_with_a_pursuit_family_and_host_are_asked_at_once(cast, dad, pursuit):
    shadow = planned(cast)

    assert (shadow.state, shadow.pursuit, shadow.host) == ("planned", pursuit, cast.sam)
    assert (letters("shadow_allow"), letters("shadow_host")) == (["Ray Blake"], ["Sam Ito"])
    held_by = Pass.objects.order_by("purpose").values_list("purpose", "bearer__name", "subjects")
    assert list(held_by) == [
        ("allow_shadow", "Ray Blake", [shadow.public_id]),
        ("host_shadow", "Sam Ito", [shadow.public_id]),
    ]


def test_without_one_the_school_looks_first_and_nobody_outside_hears_of_it(cast, dad):
    shadow = planned(cast)

    assert shadow.state == "asked"
    assert (letters("shadow_wanted"), letters("shadow_allow"), letters("shadow_host")) == (
        ["Ana Reyes", "Chen Wu"], [], [],
    )  # fmt: skip
    actions.allow_shadow_day(shadow, by=cast.as_("ana"))
    assert (shadow.state, letters("shadow_host")) == ("planned", ["Sam Ito"])


def test_both_yes_makes_it_agreed_and_the_student_is_elsewhere_that_day(cast, dad, pursuit):
    shadow = planned(cast)

    actions.say_family(shadow, yes=True, name="Ray B.", by=behind(dad, "allow_shadow", shadow))
    assert (shadow.state, shadow.family_name) == ("planned", "Ray B.")
    actions.say_host(shadow, yes=True, note="Side door", by=behind(cast.sam, "host_shadow", shadow))

    assert (shadow.state, shadow.host_note) == ("agreed", "Side door")
    elsewhere = Commitment.objects.get()
    assert (elsewhere.student, elsewhere.since_on, elsewhere.until_on, elsewhere.starts_at) == (
        cast.jordan, FRIDAY, FRIDAY, time(9),
    )  # fmt: skip
    assert letters("shadow_agreed") == ["Ana Reyes", "Jordan Blake", "Ray Blake"]


def test_a_name_is_the_signature(cast, dad, pursuit):
    shadow = planned(cast)

    with pytest.raises(ValidationError):
        actions.say_family(shadow, yes=True, name=" ", by=behind(dad, "allow_shadow", shadow))


def test_a_no_ends_it_also_when_it_was_agreed_and_frees_the_day(cast, dad, pursuit):
    shadow = agreed(cast, dad)

    actions.say_family(shadow, yes=False, by=behind(dad, "allow_shadow", shadow))

    assert (shadow.state, Commitment.objects.count()) == ("declined", 0)
    pursuit.refresh_from_db()
    assert pursuit.state == "approved"


def test_of_age_nobody_has_to_allow_it(cast, dad, pursuit):
    type(cast.jordan).objects.filter(pk=cast.jordan.pk).update(birth_on=date(2008, 1, 1))
    cast.jordan.refresh_from_db()

    shadow = planned(cast)

    assert (shadow.family_said, letters("shadow_allow")) == ("of_age", [])
    actions.say_host(shadow, yes=True, by=behind(cast.sam, "host_shadow", shadow))
    assert shadow.state == "agreed"


def test_staff_note_a_yes_on_paper_and_on_the_phone(cast, pursuit):
    shadow = planned(cast)

    actions.note_word(shadow, "family", yes=True, by=cast.as_("ana"))
    actions.note_word(shadow, "host", yes=True, by=cast.as_("chen"))

    assert (shadow.state, shadow.family_by, shadow.host_by) == ("agreed", cast.ana, cast.chen)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": date(2026, 10, 12)}, "on"),
        ({"on": date(2028, 10, 12)}, "on"),
        ({"ends_at": time(8)}, "ends_at"),
    ],
)
def test_wrong_days_and_times_are_said_by_field(cast, pursuit, facts, field):
    with pytest.raises(ValidationError) as wrong:
        planned(cast, **facts)
    assert list(wrong.value.message_dict) == [field]


def test_too_young_closed_and_twice_on_a_date_are_refused(cast, pursuit):
    usual = {"on": FRIDAY, "starts_at": time(9), "ends_at": time(14), "by": cast.as_("jordan")}
    with pytest.raises(Refused, match="16"):
        actions.plan_shadow_day(cast.jordan, cast.clinic, **usual)
    planned(cast)
    with pytest.raises(Refused, match="already"):
        planned(cast)
    type(cast.shelter).objects.filter(pk=cast.shelter.pk).update(state="closed")
    cast.shelter.refresh_from_db()
    with pytest.raises(Refused, match="no students"):
        planned(cast, on=WEDNESDAY)


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "liam", "tasha", "otto", "sam"])
def test_nobody_else_plans_it(cast, pursuit, name):
    with pytest.raises(PermissionDenied):
        planned(cast, by=name)


def test_another_link_or_another_bearer_says_nothing(cast, dad, pursuit):
    shadow = planned(cast)
    stranger = Viewer(dad, cast.school, frozenset(), "allow_shadow", frozenset(["other"]))

    for by in (stranger, behind(cast.sam, "allow_shadow", shadow), cast.as_("rosa")):
        with pytest.raises(PermissionDenied):
            actions.say_family(shadow, yes=True, name="X", by=by)
    with pytest.raises(PermissionDenied):
        actions.say_host(shadow, yes=True, by=behind(dad, "host_shadow", shadow))


def test_held_it_counts_once_staff_verified_it_and_is_a_day_present(cast, dad, pursuit):
    shadow = held(cast, dad)

    one = Experience.objects.get()
    assert (one.kind, one.minutes, one.state, shadow.experience) == (
        "shadow", 300, "entered", one,
    )  # fmt: skip
    assert Mark.objects.count() == 0
    actions.verify_experience(one, by=cast.as_("ana"))

    mark = Mark.objects.get()
    assert (one.state, mark.student_id, mark.on, mark.code) == (
        "verified", cast.jordan.pk, TODAY, "I",
    )  # fmt: skip


def test_what_was_noted_by_hand_is_not_counted_twice(cast, dad, pursuit):
    noted = actions.enter_experience(
        cast.jordan, kind="shadow", on=TODAY, place=cast.shelter.site.name, by=cast.as_("jordan")
    )

    assert held(cast, dad).experience == noted
    assert Experience.objects.count() == 1


def test_the_hosts_word_marks_the_day_at_once(cast, dad, pursuit):
    shadow = agreed(cast, dad, on=TODAY)

    actions.hold_shadow_day(shadow, minutes=240, by=behind(cast.sam, "host_shadow", shadow))

    assert (Experience.objects.get().state, Mark.objects.get().code) == ("entered", "I")


def test_who_leaves_the_school_leaves_no_day_behind(cast, dad, pursuit):
    shadow = agreed(cast, dad)
    type(cast.jordan).objects.filter(pk=cast.jordan.pk).update(state="withdrawn")

    actions.tend_shadow_days_of(cast.school)

    assert (ShadowDay.objects.get().state, Commitment.objects.count()) == ("cancelled", 0)
    assert actions.tend_shadow_days_of(cast.school) == []
    assert shadow.student.name == "Jordan Blake"


def test_a_day_nobody_answered_in_time_is_called_off(cast, dad, pursuit):
    planned(cast)

    with time_machine.travel("2026-10-17T13:00:00+00:00"):
        actions.tend_shadow_days_of(cast.school)

    assert ShadowDay.objects.get().state == "cancelled"


def test_tomorrow_cannot_have_happened(cast, dad, pursuit):
    shadow = agreed(cast, dad)

    with pytest.raises(Refused):
        actions.hold_shadow_day(shadow, minutes=300, by=cast.as_("jordan"))
    assert ShadowDay.objects.get().state == "agreed"
