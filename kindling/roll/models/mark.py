"""One letter for a student and a school day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from kindling.people.models import Student
from kindling.schools.models import Person

type Key = tuple[int, date]  # a student's key and the day


class MarkQuerySet(models.QuerySet["Mark"]):
    def put(self, marks: Sequence[Mark]) -> set[Key]:
        """Write marks where there is none yet; return the keys of those written. One statement.

        Where two write at once the database keeps the first, and this says which.
        """
        if not marks:
            return set()
        model = Mark._meta  # noqa: SLF001
        fields, quote = model.concrete_fields, connection.ops.quote_name
        columns = ", ".join(quote(str(field.column)) for field in fields)
        row = f"({', '.join(['%s'] * len(fields))})"
        values = [
            field.get_db_prep_save(getattr(mark, field.attname), connection)
            for mark in sorted(marks, key=lambda mark: (mark.student_id, mark.on))
            for field in fields
        ]
        told = f"{quote('student_id')}, {quote('on')}"
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(model.db_table)} ({columns}) "  # noqa: S608
                f"VALUES {', '.join([row] * len(marks))} ON CONFLICT DO NOTHING RETURNING {told}",
                values,
            )
            rows = cursor.fetchall()
        return {(student, _as_date(on)) for student, on in rows}

    def of_days(self, keys: Iterable[Key]) -> MarkQuerySet:
        """The marks of these students on these days."""
        return self.filter(any_of(keys))


def any_of(keys: Iterable[Key]) -> models.Q:
    """Rows of these students and days, those of one day together."""
    by_day: dict[date, list[int]] = {}
    for student, on in keys:
        by_day.setdefault(on, []).append(student)
    wanted = models.Q() if by_day else models.Q(on__in=[])
    for on, students in by_day.items():
        wanted |= models.Q(on=on, student_id__in=students)
    return wanted


def _as_date(value: Any) -> date:
    """SQLite hands dates back as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)


class Mark(models.Model):
    """What the school says about one student on one school day. No word: no row.

    Ten million of these on a big installation, so it is as narrow as it can be: 64 bytes, one
    index. The student knows the school; an earlier letter stands in Correction.
    """

    class Method(models.TextChoices):
        """By which way it was said; one letter each."""

        ROLL = "r", _("On the roll")
        OFFICE = "o", _("By the office")
        KIOSK = "k", _("On the school's tablet")
        TEXT = "t", _("By text message")
        DAY = "d", _("From the internship day")
        IMPORTED = "i", _("From another system")

    pk = models.CompositePrimaryKey("student_id", "on")
    student = models.ForeignKey(Student, models.CASCADE, related_name="marks", db_index=False)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField(default=0)  # late or missed
    said = models.PositiveSmallIntegerField(null=True)  # the minute of that day at which it was
    code = models.CharField(max_length=2)
    method = models.CharField(max_length=1, choices=Method, default=Method.ROLL)

    objects = MarkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.on} {self.code}"

    @property
    def key(self) -> Key:
        return self.student_id, self.on

    FROM_DAY: ClassVar = Method.DAY
