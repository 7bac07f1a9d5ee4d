"""The sums of one student's month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db import connection, models

from kindling.people.models import Student
from kindling.schools.models import School

type MonthKey = tuple[int, date]  # a student's key and the first of the month
type Sums = Mapping[MonthKey, Counter[str]]


class MonthSumQuerySet(models.QuerySet["MonthSum"]):
    def add(self, school_id: int, sums: Sums) -> None:
        """Add to the sums (or take away), making rows that are missing. One statement.

        Adding commutes: two who add at once need not see each other.
        """
        moved = {key: change for key, change in sorted(sums.items()) if any(change.values())}
        if not moved:
            return
        quote, table = connection.ops.quote_name, MonthSum._meta.db_table  # noqa: SLF001
        columns = ["school_id", "student_id", "month", *MonthSum.PARTS]
        values: list[Any] = []
        for (student, month), change in moved.items():
            on = connection.ops.adapt_datefield_value(month)
            values += [school_id, student, on, *(change[part] for part in MonthSum.PARTS)]
        row = f"({', '.join(['%s'] * len(columns))})"
        added = ", ".join(
            f"{quote(p)} = {quote(table)}.{quote(p)} + EXCLUDED.{quote(p)}" for p in MonthSum.PARTS
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(table)} ({', '.join(map(quote, columns))}) "  # noqa: S608
                f"VALUES {', '.join([row] * len(moved))} "
                f"ON CONFLICT ({quote('student_id')}, {quote('month')}) DO UPDATE SET {added}",
                values,
            )


class MonthSum(models.Model):
    """Days of one student in one month, by how they count, and the minutes at internships.

    Kept on every write, never added up on a page; `manage check_rolls` proves it.
    """

    PARTS: ClassVar = ("present", "late", "excused", "unexcused", "internship", "minutes")

    pk = models.CompositePrimaryKey("student_id", "month")
    school = models.ForeignKey(School, models.CASCADE, related_name="+", db_index=False)
    student = models.ForeignKey(Student, models.CASCADE, related_name="months", db_index=False)
    month = models.DateField()  # its first day
    minutes = models.IntegerField(default=0)  # at internships, as far as they count
    present = models.SmallIntegerField(default=0)
    late = models.SmallIntegerField(default=0)
    excused = models.SmallIntegerField(default=0)
    unexcused = models.SmallIntegerField(default=0)
    internship = models.SmallIntegerField(default=0)

    objects = MonthSumQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "month"])]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


def month_of(day: date) -> date:
    """Return the first of the day's month."""
    return day.replace(day=1)
