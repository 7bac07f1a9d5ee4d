"""Work out into what each guardian is let today, and write it on their connections.

Everything that says so ends here: limits, what was decided at eighteen, what the student shares.
Reading then costs nothing. `settle` forgets what the columns said before and looks at the rows.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.people.matters import Matter
from kindling.people.models import Connection, Limit, Sharing, Student, Transfer
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def settle(student: Student, *, by: Viewer) -> None:
    """Write what holds today on the student and on every open connection of their family."""
    # One at a time: of two who decide at once, the second must see what the first wrote.
    Student.objects.select_for_update().get(pk=student.pk)
    today = by.school.today()
    said = Transfer.objects.filter(student=student, ended_at__isnull=True).first()
    holds = said is not None and said.outcome == Transfer.Outcome.STUDENT
    if student.holds_rights != holds:
        student.holds_rights = holds
        student.save(update_fields=["holds_rights"])
    rows = Connection.objects.filter(student=student, role=Role.GUARDIAN)
    # Whoever is connected again is kept apart again.
    apart = set(rows.filter(is_protected=True).values_list("adult", flat=True))
    for row in rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today)):
        given = _given(row, holds, today)
        columns = {matter.column: matter in given for matter in Matter}
        columns["is_protected"] = row.adult_id in apart
        if any(getattr(row, name) != value for name, value in columns.items()):
            Connection.objects.filter(pk=row.pk).update(**columns)
            record("connection.settle", row, by=by, given=sorted(given))


def _given(row: Connection, holds: bool, today: date) -> set[str]:
    """The matters into which this guardian is let."""
    pair = {"student": row.student_id, "adult": row.adult_id, "ended_at__isnull": True}
    given = set(Matter.values)
    if holds:
        given = set(Sharing.objects.filter(**pair).values_list("matter", flat=True))
    return given - set(_binding(today).filter(**pair).values_list("matter", flat=True))


def _binding(today: date) -> QuerySet[Limit]:
    """The limits that bind on that day."""
    rows: QuerySet[Limit] = Limit.objects.filter(ended_at__isnull=True, since_on__lte=today)
    return rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))


@transaction.atomic
def settle_school(*, by: Viewer) -> None:
    """Settle everybody about whom something was said, as after an import of connections."""
    said = Q(limits__ended_at__isnull=True, limits__isnull=False) | Q(holds_rights=True)
    said |= Q(connections__is_protected=True)
    for student in Student.objects.filter(said, school=by.school).distinct():
        settle(student, by=by)


@every(hours=1)
def settle_what_ended() -> None:
    """End limits and decisions whose last day is over. Until then they bind: late is safe."""
    for school in School.objects.filter(network__isnull=False):
        by = Viewer.system(school)
        over = Q(school=school, ended_at__isnull=True, until_on__lt=school.today())
        for kind in (Limit, Transfer):
            for row in kind._default_manager.filter(over).select_related("student"):  # noqa: SLF001
                _run_out(row, by=by)


@transaction.atomic
def _run_out(row: Limit | Transfer, *, by: Viewer) -> None:
    """A limit is lifted; a dependent of last year holds their own rights until somebody shows more."""
    row.ended_at = by.school.now()
    row.save(update_fields=["ended_at"])
    if isinstance(row, Transfer):
        Transfer.objects.create(
            school=by.school, student=row.student, outcome=Transfer.Outcome.STUDENT,
            since_on=by.school.today(),
        )  # fmt: skip
    settle(row.student, by=by)
    record(f"{row._meta.model_name}.run_out", row, by=by)  # noqa: SLF001
