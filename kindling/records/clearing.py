"""What a report makes of a mark. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.absences.models import Kind, Report
from kindling.roll.codes import AWAY, EXCUSED
from kindling.roll.words import Word


def counts(report: Report) -> bool:
    """Somebody decided about an absence: the family cleared it, or the school did not excuse it."""
    return report.kind == Kind.ABSENT and report.state != Report.State.REPORTED


def word_of(report: Report) -> Word:
    """Return what the report makes of the marks of its days."""
    if report.is_excused:
        why = _("Cleared: %(reason)s") % {"reason": report.reason_name or _("the family knows")}
        return Word(EXCUSED, why, report.decided_at or report.at)
    why = _("Not excused: %(reason)s") % {"reason": report.reason_name or report.decided_note}
    return Word(AWAY, why[:500], report.decided_at or report.at)
