"""The last day: asked for, talked about, kept or ended with a reason."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.people.actions import disconnect
from kindling.people.models import Student
from kindling.people.rules import may_edit_roster
from kindling.placements import rules
from kindling.placements.actions.requesting import give_up
from kindling.placements.actions.seats import open_seat
from kindling.placements.actions.telling import tell, tell_guides, tell_student_and_advisors
from kindling.placements.models import Placement, Pursuit
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def request_end(placement: Placement, reason: str, *, by: Viewer) -> None:
    """Ask to end it early, with a reason; advisor and coordinator are told. It still runs."""
    require(rules.may_request_end(by, placement))
    reason = _reason(reason)
    changes = {"end_reason": reason, "end_asked_by": by.person}
    take_step(placement, "request_end", by=by, detail={"reason": reason}, **changes)
    tell_guides(placement, "wants_to_end", by=by, reason=reason)


@transaction.atomic
def keep_placement(placement: Placement, *, by: Viewer) -> None:
    """You talked about it, and it goes on. The reason stays in the history."""
    require(rules.may_keep(by, placement))
    take_step(placement, "keep", by=by, end_reason="", end_asked_by=None)
    tell_student_and_advisors(placement, "kept", by=by)


@transaction.atomic
def end_placement(
    placement: Placement, reason: str, ends_on: date | None = None, *, by: Viewer
) -> None:
    """End it with a reason and its last day (today if not said). The seat opens.

    Days that were stay; no day is planned after the last. The mentor sees the student no longer.
    """
    require(rules.may_end(by, placement))
    reason, today = _reason(reason), by.school.today()
    last = ends_on or today
    if last > today:
        raise ValidationError(
            {"ends_on": _("Choose today or an earlier day. Plan a later last day in the schedule.")}
        )
    if last < placement.starts_on <= today:
        raise ValidationError({"ends_on": _("Choose a last day on or after the first day.")})
    finish_placement(placement, reason, last, by=by)


def finish_placement(placement: Placement, reason: str, last: date, *, by: Viewer) -> None:
    """End without asking whether one may: for actions that have asked already."""
    # One that never began keeps its first day as its last, and no planned day.
    ends_on = max(last, placement.starts_on)
    detail = {"reason": reason, "ends_on": last.isoformat()}
    take_step(placement, "end", by=by, detail=detail, ends_on=ends_on, end_reason=reason)
    placement.stop_days(last)
    take_step(placement.pursuit, "close", by=by)
    open_seat(placement.pursuit, by=by)
    if not _guides_elsewhere(placement):
        disconnect(placement.student, placement.mentor, Role.MENTOR, by=by)
    tell_student_and_advisors(placement, "ended", by=by, reason=reason, ends_on=last)
    # The reason may be the student's own affair: the mentor is told that it ended, and when.
    tell([placement.mentor], "ended_mentor", placement, by=by, ends_on=last)


def _guides_elsewhere(placement: Placement) -> bool:
    """Say whether the mentor guides this student in another internship that runs."""
    others = Placement.objects.filter(student=placement.student, mentor=placement.mentor)
    return others.running().exclude(pk=placement.pk).exists()


def _reason(reason: str) -> str:
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say why in a sentence.")})
    return reason


@transaction.atomic
def end_everything(
    student: Student, *, by: Viewer, reason: str = "", ends_on: date | None = None
) -> None:
    """End what runs and take back what is open: the student leaves the school. For enrollment."""
    require(may_edit_roster(by) and student.school_id == by.school.pk)
    last = min(ends_on or by.school.today(), by.school.today())
    reason = reason.strip()[:1000] or _("Left the school.")
    for placement in Placement.objects.filter(student=student).running().for_list():
        finish_placement(placement, reason, last, by=by)
    under_way = Pursuit.objects.filter(student=student, state__in=Pursuit.UNDER_WAY)
    for pursuit in under_way.select_related("seat", "opportunity__site", "student__person"):
        give_up(pursuit, reason, by=by)
    record("student.end_everything", student, by=by, reason=reason)
