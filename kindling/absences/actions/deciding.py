"""What becomes of a report: the family clears it, the school has the last word."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.absences import rules
from kindling.absences.actions.reasons import reason_named
from kindling.absences.actions.telling import tell_mentors_again, tell_staff
from kindling.absences.models import Report
from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def clear_absence(report: Report, *, by: Viewer, reason: str = "", note: str = "") -> None:
    """The family or the school knows of it, and (if they like) says why. A second tap is nothing.

    Whether it counts as excused follows from the reason. Refused when it was taken back.
    """
    require(rules.may_clear(by, report))
    if report.state == Report.State.CLEARED and not reason:
        return
    if report.state == Report.State.UNEXCUSED:
        require(rules.may_refuse(by, report))  # the school's no is for the school to change
    if reason:
        _change_reason(report, reason, by=by)
    if report.state != Report.State.CLEARED:
        take_step(report, "clear", by=by, **_decided(note, by))
    if not rules.may_refuse(by, report):
        tell_staff(report, "cleared", by=by)


@transaction.atomic
def refuse_absence(report: Report, *, by: Viewer, note: str = "") -> None:
    """The school does not excuse it, and says why."""
    require(rules.may_refuse(by, report))
    take_step(report, "refuse", by=by, **_decided(note, by))


@transaction.atomic
def doubt_absence(report: Report, *, by: Viewer, note: str = "") -> None:
    """The family did not know of it: advisor and office hear that at once."""
    require(rules.may_clear(by, report))
    record("absence.doubt", report, by=by, note=note)
    report.decided_note = note
    tell_staff(report, "doubted", by=by)


@transaction.atomic
def take_back_report(report: Report, *, by: Viewer) -> None:
    """They come after all: the student is expected again, and advisor, mentor, office hear it."""
    require(rules.may_take_back(by, report))
    take_step(report, "take_back", by=by)
    tell_staff(report, "taken_back", by=by)
    tell_mentors_again(report, by=by)


def _decided(note: str, by: Viewer) -> dict[str, Any]:
    return {"decided_by": by.person, "decided_at": by.school.now(), "decided_note": note}


def _change_reason(report: Report, code: str, *, by: Viewer) -> None:
    was = report.reason.code if report.reason else ""
    report.reason = reason_named(code, by=by)
    if was != code:
        Report.objects.filter(pk=report.pk).update(reason=report.reason)
        record("absence.reason", report, by=by, was=was, now=code)
