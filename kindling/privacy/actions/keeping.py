"""How long, for whom not, and what a student wishes."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_many
from kindling.inventory.words import KEEPS
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.privacy import rules
from kindling.privacy.models import Hold, KeepChoice, WorkWish
from kindling.privacy.words import BACKUPS, BACKUPS_MONTHS
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_months(months: dict[str, int], *, by: Viewer) -> None:
    """Set how many months each end has; Kindling's own number needs no row.

    Raises Refused where an end would come sooner than a law allows.
    """
    require(rules.may_keep(by))
    made = []
    for name, count in months.items():
        usual, least = _usual_and_least(name)
        if count < least:
            raise Refused(_("One of these is shorter than the law allows. Choose a longer time."))
        rows = KeepChoice.objects.filter(school=by.school, name=name)
        if count == usual:
            rows.delete()
            continue
        told = {"months": count, "by": by.person}
        row, _made = rows.update_or_create(school=by.school, name=name, defaults=told)
        made.append(row)
    record_many("keep.choose", made or [by.school], by=by, months=months)


def _usual_and_least(name: str) -> tuple[int, int]:
    if name == BACKUPS:
        return BACKUPS_MONTHS, 0
    return KEEPS[name].months, KEEPS[name].least


@transaction.atomic
def hold_student(student: Student, reason: str, *, by: Viewer) -> Hold:
    """From now on nothing about this student is destroyed."""
    require(rules.may_keep(by) and student.school_id == by.school.pk)
    if by.person is None:
        raise PermissionDenied
    hold: Hold = Hold.objects.create(
        school=by.school, student=student, reason=reason, by=by.person, since_at=by.school.now()
    )
    record("hold.begin", hold, by=by)
    return hold


@transaction.atomic
def end_hold(hold: Hold, *, by: Viewer) -> None:
    """It is over. What is past its end goes with the next run."""
    require(rules.may_keep(by))
    told = {"ended_at": by.school.now(), "ended_by": by.person}
    if not Hold.objects.filter(pk=hold.pk, ended_at__isnull=True).update(**told):
        raise Refused(_("This hold is over already."))
    record("hold.end", hold, by=by)


@transaction.atomic
def wish_for_work(student: Student, wish: str, *, by: Viewer) -> WorkWish:
    """The student says what becomes of their own work. They may change their mind until it is gone."""
    require(rules.may_wish(by, student))
    made: WorkWish = WorkWish.objects.create(
        school=by.school, student=student, wish=wish, at=by.school.now()
    )
    record("work.wish", made, by=by, wish=wish)
    return made
