"""What travels to the site: the sentence a family allows, on the mentor's page."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.attendance.along import About, Companion, Moment, Part, Sent, accompany
from kindling.attendance.models import Day
from kindling.schools.models import School
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer
from kindling.support.models import SupportTravel
from kindling.support.rules import allowed_travels


def register() -> None:
    """Tell attendance, which knows nothing of us. AppConfig.ready calls it once a process."""
    accompany(Companion(show_travels, keep_nothing))


def show_travels(viewer: Viewer, moment: Moment, about: About) -> Part | None:
    """The sentences that may be known about this student. One statement, for mentors only."""
    if moment != Moment.CONFIRM:
        return None
    found = [one.sentence for one in _allowed(viewer.school, about.student)]
    return Part("support/_travels.html", found, asks=False) if found else None


@ready
def _allowed(school: School, student: int) -> QuerySet[SupportTravel]:
    return allowed_travels(school.pk, student)


def keep_nothing(day: Day, moment: Moment, sent: Sent, by: Viewer) -> None:
    """Nothing is asked here."""
