"""The month: the student's word, the teacher's review, never changed; and what the plan must have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.ale.actions import change_place, say_word, write_review
from kindling.ale.contents import contents_of
from kindling.ale.models import MonthReview
from kindling.ale.queries.months import months_due, waits
from kindling.ale.tests.learning import put, switch_on
from kindling.kit.http import Refused
from kindling.plans.models import Plan, PlanItem
from kindling.schools.inside import inside
from kindling.schools.models import Term

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def place(cast):
    switch_on(cast)
    return put(cast)


def review(cast, place, *, by="ana", **facts) -> MonthReview:
    usual = {"progress": "on_way", "words": "Built a radio."}
    return write_review(place, OCTOBER, by=cast.as_(by), **{**usual, **facts})


def test_the_students_word_goes_into_the_review(cast, place):
    say_word(place, "Good, and long.", by=cast.as_("luis"))
    made = review(cast, place)

    assert made.student_word == "Good, and long."
    with pytest.raises(Refused):
        say_word(place, "Too late.", by=cast.as_("luis"))


def test_a_written_review_never_changes(cast, place):
    first = review(cast, place)
    kept = MonthReview.objects.values().get(pk=first.pk)

    second = review(cast, place, words="Built two radios.")

    now = MonthReview.objects.values().get(pk=first.pk)
    assert {**now, "is_replaced": False} == kept
    assert (second.replaces, now["is_replaced"]) == (first, True)
    assert MonthReview.objects.filter(is_replaced=False).count() == 1


@pytest.mark.parametrize("name", ["chen", "dana", "luis", "rosa", "priya", "otto"])
def test_only_the_certificated_teacher_writes_it(cast, place, name):
    with pytest.raises(PermissionDenied):
        review(cast, place, by=name)


def test_slower_than_planned_says_what_changes(cast, place):
    with pytest.raises(ValidationError):
        review(cast, place, progress="slower")

    assert review(cast, place, progress="slower", next_steps="Fewer things.").pk


def test_a_month_before_or_ahead_has_no_review(cast, place):
    for month_on in (date(2026, 8, 1), date(2026, 11, 1)):
        with pytest.raises(Refused):
            write_review(place, month_on, progress="on_way", words="x", by=cast.as_("ana"))


def test_nobody_says_a_word_for_a_student(cast, place):
    for name in ("ana", "maya", "rosa"):
        with pytest.raises(PermissionDenied):
            say_word(place, "Fine.", by=cast.as_(name))


def test_what_is_due(cast, place, django_assert_num_queries):
    put(cast, "maya")
    review(cast, place)
    viewer = cast.as_("dana")

    with django_assert_num_queries(3):
        lines = months_due(viewer, OCTOBER)

    assert [(one.place.student.first, one.review is None) for one in lines] == [
        ("Maya", True), ("Luis", False),
    ]  # fmt: skip


def test_it_waits_for_teacher_and_student_late_in_the_month(cast, place):
    with inside(cast.school), time_machine.travel("2026-10-23T13:00:00Z"):
        assert [one.kind for one in waits(cast.as_("ana"))] == ["ale.review"]
        assert [one.kind for one in waits(cast.as_("luis"))] == ["ale.word"]
        assert waits(cast.as_("dana")) == []  # she teaches nobody here
        assert waits(cast.as_("otto")) == []


def test_what_the_plan_must_have(cast, place):
    assert contents_of(place).missing == 7
    plan = Plan.objects.create(
        school=cast.school, student=cast.luis, term=Term.of(cast.school)[0],
        state_since=cast.school.now(), changed_at=cast.school.now(),
    )  # fmt: skip
    item = PlanItem.objects.create(
        school=cast.school, plan=plan, number=1, experience="Build a radio",
        objectives="How waves travel", resources="Wire", at_exhibition="It plays",
        starts_on="2026-09-08", ends_on="2026-11-20",
    )  # fmt: skip
    change_place(
        place, teacher=cast.ana, hours_week=Decimal(25), contact_how="in_person",
        by=cast.as_("chen"),
    )  # fmt: skip

    found = {one.label: one.is_there for one in contents_of(place).contents}

    assert [label for label, there in found.items() if not there] == [
        "Approved by the certificated teacher"
    ]
    PlanItem.objects.filter(pk=item.pk).update(resources=" ")
    assert contents_of(place).missing == 2


def test_early_in_a_month_the_one_before_waits(cast, place):
    with inside(cast.school), time_machine.travel("2026-11-03T14:00:00Z"):
        (one,) = waits(cast.as_("ana"))

    assert one.url.endswith("/months/2026-10-01/")
