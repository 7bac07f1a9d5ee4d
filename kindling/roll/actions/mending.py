"""What the clock closes, and the sums, proved right."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from kindling.attendance.models import Day
from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.roll.codes import OUT
from kindling.roll.following import put_marks
from kindling.roll.models import Mark, MonthSum, SchoolMonth
from kindling.roll.models.mark import Key
from kindling.roll.proof import Off, proof_of
from kindling.roll.sums import Moved, keep_sums
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

BACK = timedelta(days=10)  # a worker that slept for a week still closes


@every(hours=1)
def close_open_days() -> None:
    """Who checked in and never out was there; the minutes wait for somebody's word."""
    for school in School.objects.filter(set_up_at__isnull=False):
        close_days(school, by=Viewer.system(school))


@transaction.atomic
def close_days(school: School, *, by: Viewer) -> set[Key]:
    """Mark the check-ins of earlier days that have no mark; return them. Safe to call twice."""
    today = school.today()
    marked = Mark.objects.filter(student=OuterRef("student"), on=OuterRef("on"))
    left_open = Day.objects.filter(
        ~Exists(marked), school=school, state=Day.State.CHECKED_IN, on__lt=today,
        on__gte=today - BACK,
    )  # fmt: skip
    told = dict.fromkeys(left_open.values_list("student_id", "on"), OUT)
    moved: Moved = {}
    put = put_marks(told, moved, by)
    if put:
        keep_sums(school.pk, moved)
        record("roll.close_days", school, by=by, days=len(put))
    return put


@transaction.atomic
def recompute_sums(school: School, *, by: Viewer) -> Off:
    """Compare every sum with its marks and days, mend what is off; return what was added.

    Nothing should ever be: the sums are kept on every write, and a test drives them at random.
    """
    # Every write of a mark leaves an event, which waits here: a check-out between reading the marks
    # and reading the sums would be mended away.
    School.objects.select_for_update().get(pk=school.pk)
    off = proof_of(school)
    MonthSum.objects.add(school.pk, off.sums)
    SchoolMonth.objects.add(school.pk, off.months)
    if off.sums or off.months:
        record("roll.recompute", school, by=by, sums=len(off.sums), months=len(off.months))
    return off


@every(minutes=10)
def fold_months() -> None:
    """What was added to a school's month since the last time becomes one row again."""
    for school_id in SchoolMonth.objects.many():
        SchoolMonth.objects.fold(school_id)
