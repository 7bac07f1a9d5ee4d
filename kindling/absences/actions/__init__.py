"""The only writes of absences: say it, decide about it, and keep the school's reasons."""

from kindling.absences.actions.deciding import (
    clear_absence,
    doubt_absence,
    refuse_absence,
    take_back_report,
)
from kindling.absences.actions.reasons import (
    add_reason,
    change_reason,
    choose_desk,
    reason_named,
    seed_reasons,
)
from kindling.absences.actions.reporting import report_absence, report_late

__all__ = [
    "add_reason",
    "change_reason",
    "choose_desk",
    "clear_absence",
    "doubt_absence",
    "reason_named",
    "refuse_absence",
    "report_absence",
    "report_late",
    "seed_reasons",
    "take_back_report",
]
