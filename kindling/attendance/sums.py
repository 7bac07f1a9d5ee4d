"""Compare the kept sums of hours with the days they are made of."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import BigIntegerField, F, Func, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from kindling.attendance.models import Day, Hours
from kindling.schools.models import School

type Parts = dict[str, int]


def summed_days(school: School) -> dict[tuple[int, int | None], tuple[int, Parts]]:
    """Return (placement, term) → student and minutes by standing, from the days. One statement."""
    parts: dict[str, Any] = {
        part: Sum("minutes", filter=Q(standing=part), default=0) for part in Hours.PARTS
    }
    rows = Day.objects.filter(school=school, standing__in=Hours.PARTS).order_by()
    keys = ("placement_id", "term_id", "student_id")
    found = rows.values(*keys).annotate(**parts).values_list(*keys, *Hours.PARTS)
    return {
        (placement_id, term_id): (student_id, dict(zip(Hours.PARTS, minutes, strict=True)))
        for placement_id, term_id, student_id, *minutes in found
    }


def wrong_sums(school: School) -> list[tuple[Hours, Parts]]:
    """Return the sums that differ from their days, with what they should be. Two statements.

    A sum that is missing altogether comes as a row that is not saved yet.
    """
    right = summed_days(school)
    nothing: Parts = dict.fromkeys(Hours.PARTS, 0)
    wrong = []
    for row in Hours.objects.filter(school=school):
        _student, parts = right.pop((row.placement_id, row.term_id), (row.student_id, nothing))
        if any(getattr(row, part) != minutes for part, minutes in parts.items()):
            wrong.append((row, parts))
    for (placement_id, term_id), (student_id, parts) in right.items():
        if any(parts.values()):
            keys = {"placement_id": placement_id, "term_id": term_id, "student_id": student_id}
            wrong.append((Hours(school=school, **keys), parts))
    return wrong


def _sum(part: str) -> Func:
    """The sum of all rows. Not Sum(): that groups, and SQLite sorts for it each time."""
    return Func(F(part), function="SUM", output_field=BigIntegerField())


MOST = 2**20  # a sum of minutes is smaller: a term has no 17,000 hours


def minutes_now(today: date, *, student: str = "pk") -> Coalesce:
    """Minutes of the term of `today` of rows that lead to a `student`, all standings in one number.

    Three numbers would be three subqueries for each row; `parts_of` takes it apart.
    """
    rows = Hours.objects.filter(
        # Without the school the terms of the whole network would be looked through, for each student.
        student=OuterRef(student),
        term__school=OuterRef("school"),
        term__starts_on__lte=today,
        term__ends_on__gte=today,
    ).order_by()
    parts = (_sum(part) * MOST**place for place, part in enumerate(Hours.PARTS))
    return Coalesce(Subquery(rows.values(n=sum(parts, start=Value(0)))), 0)


def parts_of(packed: int) -> tuple[int, int, int]:
    """Minutes in the order of `Hours.PARTS`."""
    rest, confirmed = divmod(packed, MOST)
    disputed, waiting = divmod(rest, MOST)
    return confirmed, waiting, disputed
