"""A prepared query gives what the ORM would, each time with its own values."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.db.models import QuerySet

from kindling.attendance.models import Day
from kindling.attendance.tests.placed import Statements, make_placement
from kindling.kit.prepared import prepared

COLUMNS = ("on", "planned_starts_at", "student_in_at", "minutes", "goal")


@prepared
def days_of(student: int, since: date, state: str) -> QuerySet[Any]:
    rows = Day.objects.filter(student=student, on__gte=since, state=state)
    return rows.order_by("on").values_list(*COLUMNS)


@pytest.fixture
def placement(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    for n in (6, 8, 13):
        Day.objects.create(
            school=cast.school, placement=placement, student=cast.jordan, on=date(2026, 10, n),
            planned_starts_at=time(9), state="checked_in", minutes=n, goal="x%s",
            student_in_at=datetime(2026, 10, n, 13, tzinfo=UTC),
        )  # fmt: skip
    return placement


def test_rows_are_converted_as_the_orm_converts_them(cast, placement):
    since = date(2026, 10, 8)

    rows = days_of(student=cast.jordan.pk, since=since, state="checked_in")

    plain = Day.objects.filter(student=cast.jordan, on__gte=since).order_by("on")
    assert rows == list(plain.values_list(*COLUMNS))
    assert rows[0] == (
        since, time(9), datetime(2026, 10, 8, 13, tzinfo=UTC), 8, "x%s",
    )  # fmt: skip


def test_each_call_has_its_own_values_and_one_statement(cast, placement):
    days_of(student=cast.jordan.pk, since=date(2026, 10, 1), state="checked_in")

    with Statements() as sent:
        counts = [
            len(days_of(student=student.pk, since=date(2026, 10, n), state=state))
            for student, n, state in [
                (cast.jordan, 1, "checked_in"), (cast.jordan, 13, "checked_in"),
                (cast.maya, 1, "checked_in"), (cast.jordan, 1, "confirmed' OR 1=1 --"),
            ]
        ]  # fmt: skip

    assert (counts, sent.count) == ([3, 1, 0, 0], 4)


def test_a_missing_or_unknown_value_is_an_error(db):
    with pytest.raises(TypeError, match="days_of wants student, since, state"):
        days_of(student=1)


def test_a_value_that_the_query_never_asks_for_is_an_error(db):
    @prepared
    def forgetful(student: int, day: date) -> QuerySet[Any]:
        return Day.objects.filter(student=student).values_list("pk")

    with pytest.raises(TypeError, match="never asks for day"):
        forgetful(student=1, day=date(2026, 10, 13))
