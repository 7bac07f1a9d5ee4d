"""The sums of a school's month, which the network reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Count, Sum

from kindling.kit.inserting import insert_rows
from kindling.roll.models.month import MonthSum
from kindling.schools.models import School

type Months = Mapping[date, Counter[str]]  # the first of the month → part → how much


class SchoolMonthQuerySet(models.QuerySet["SchoolMonth"]):
    def add(self, school_id: int, months: Months) -> None:
        """Add to the sums (or take away). One statement; none when nothing moves.

        Each addition is a row of its own: a whole school checks out at once, and nobody waits for
        a row that another one holds.
        """
        rows = [
            {"school_id": school_id, "month": month, **change}
            for month, change in sorted(months.items())
            if any(change.values())
        ]
        insert_rows(SchoolMonth, rows)

    def totals(self) -> dict[date, Counter[str]]:
        """Return the sums by month. One statement."""
        rows: Any = self.order_by().values("month").annotate(**SchoolMonth.sums())
        return {row.pop("month"): Counter(row) for row in rows}

    def many(self) -> list[int]:
        """Return the keys of schools of which a month has more than one row. One statement."""
        rows = self.order_by().values("school_id", "month").annotate(number=Count("pk"))
        return sorted({row["school_id"] for row in rows.filter(number__gt=1)})

    @transaction.atomic
    def fold(self, school_id: int) -> None:
        """Put all additions of a school into one row a month. Additions made meanwhile stay."""
        rows = list(self.filter(school_id=school_id).select_for_update().order_by("pk"))
        months: dict[date, Counter[str]] = {}
        for row in rows:
            months.setdefault(row.month, Counter()).update(row.parts)
        self.filter(pk__in=[row.pk for row in rows]).delete()
        self.add(school_id, months)


class SchoolMonth(models.Model):
    """Days of all students of a school in one month, by how they count, and their minutes.

    Several rows may speak of one month: their sum counts, and the clock folds them into one. Kept
    on every write like MonthSum; `manage check_rolls` proves it. No student can be told from it.
    """

    PARTS: ClassVar = MonthSum.PARTS

    school = models.ForeignKey(School, models.CASCADE, related_name="months", db_index=False)
    month = models.DateField()  # its first day
    minutes = models.IntegerField(default=0)  # at internships, as far as they count
    present = models.IntegerField(default=0)
    late = models.IntegerField(default=0)
    excused = models.IntegerField(default=0)
    unexcused = models.IntegerField(default=0)
    internship = models.IntegerField(default=0)

    objects = SchoolMonthQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "month"])]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"

    @property
    def parts(self) -> dict[str, int]:
        return {part: getattr(self, part) for part in self.PARTS}

    @classmethod
    def sums(cls) -> dict[str, Sum]:
        return {part: Sum(part) for part in cls.PARTS}
