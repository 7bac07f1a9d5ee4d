"""What staff see of a mentor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from kindling.attendance.models import Rhythm
from kindling.attendance.queries.mentor import Terms, terms_of_mentor
from kindling.attendance.rules import may_ask_this_mentor, visible_days, visible_placements
from kindling.notices.asking import resting
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class StaffPage:
    """One mentor: with whom, how often they are asked, and until when they rest."""

    placements: list[Placement]
    terms: Terms
    rests_until: date | None
    answered_at: datetime | None  # about days the viewer sees
    may_choose: bool

    @property
    def rhythms(self) -> list[tuple[str, str]]:
        """What staff may choose: a standing word is the mentor's own to give."""
        return [pair for pair in self.terms.rhythms if pair[0] != Rhythm.EXCEPTIONS]


def staff_page(viewer: Viewer, mentor: Person) -> StaffPage:
    """Gather the page; a constant few statements."""
    running = visible_placements(viewer).filter(mentor=mentor, state__in=Placement.RUNNING)
    return StaffPage(
        placements=list(running.order_by("student__person__sort_name")[:50]),
        terms=terms_of_mentor(mentor, viewer.school.today()),
        answered_at=last_answer(viewer, mentor),
        rests_until=resting([mentor], viewer.school).get(mentor.pk),
        may_choose=may_ask_this_mentor(viewer, mentor),
    )


def last_answer(viewer: Viewer, mentor: Person) -> datetime | None:
    """Return when the mentor last spoke about a day the viewer sees. One statement."""
    days = visible_days(viewer).filter(placement__mentor=mentor)
    told: datetime | None = days.aggregate(last=Max("mentor_said_at"))["last"]
    return told
