"""On the page of a day: what of it can be kept as evidence by one tap."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.attendance.along import About, Companion, Moment, Part, Sent, accompany
from kindling.attendance.models import Day
from kindling.evidence import rules
from kindling.schools.viewer import Viewer


def register() -> None:
    """Tell attendance. AppConfig.ready calls it once a process."""
    accompany(Companion(show_taps, keep_nothing))


def show_taps(viewer: Viewer, moment: Moment, about: About) -> Part | None:
    """For the student and who guides them. One statement, where there is anything to keep."""
    day = about.day
    if moment != Moment.DAY or day is None or viewer.purpose:
        return None
    offers = [
        ("line", _("Keep my line"), bool(day.line)),
        (
            "words",
            _("Keep the mentor’s words"),
            bool(day.mentor_note and day.mentor_note_is_shared),
        ),
        ("hours", _("Keep the hours"), day.standing == Day.Standing.CONFIRMED and day.minutes > 0),
    ]
    shown = [(name, label) for name, label, is_there in offers if is_there]
    if not shown or not rules.may_keep(viewer, day.student):
        return None
    kept = rules.kept_sources(
        viewer, day.student, [f"{name}:{day.public_id}" for name, _l in shown]
    )
    facts = [(name, label, f"{name}:{day.public_id}" in kept) for name, label in shown]
    return Part("evidence/_taps.html", facts, asks=False)


def keep_nothing(day: Day, moment: Moment, sent: Sent, by: Viewer) -> None:
    """Nothing is sent along with a tap."""
