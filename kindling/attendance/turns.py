"""What a student can say about today, whichever way they say it: page, code, text, tablet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.expected import Expected, moment_of
from kindling.attendance.how import LATE_NIGHT
from kindling.attendance.models import Day
from kindling.attendance.timetable import AHEAD, timetable_of_person, why_not
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Turn:
    """One internship of today: still to come ("go"), running ("here") or over ("done")."""

    placement: Placement
    expected: Expected | None
    day: Day | None

    @property
    def step(self) -> str:
        if self.day is None or self.day.state == Day.State.EXPECTED:
            return "go"
        return "here" if self.day.state == Day.State.CHECKED_IN else "done"

    @property
    def starts_at(self) -> time:
        return self.expected.starts_at if self.expected else time.min


@dataclass(frozen=True)
class Turns:
    """Today's internships by the clock; where there is none, `why` says so in a sentence."""

    all: list[Turn]
    why: str = ""

    @property
    def now(self) -> Turn | None:
        """The one to speak about: the first that is not over, else the last."""
        is_open = (turn for turn in self.all if turn.step != "done")
        return next(is_open, self.all[-1] if self.all else None)


def turns_of(viewer: Viewer) -> Turns:
    """Return today's internships of the student whom the viewer is. Three statements.

    Until four in the morning an evening that nobody has left yet is among them.
    """
    today = viewer.school.today()
    own = {"student__person": viewer.person_id}
    running = Placement.RUNNING
    placements = rules.visible_placements(viewer).filter(state__in=running, **own).order_by("pk")
    held = {placement.pk: placement for placement in placements}
    if not held:
        return Turns([], _("You have no internship now."))
    plan = timetable_of_person(viewer, today, today + AHEAD)
    rows = list(rules.visible_days(viewer).filter(on__in=_dates(viewer), **own))
    days = {day.placement_id: day for day in rows if day.on == today}
    expected = plan.on(today)
    turns = [
        _turn(placement, expected.get(pk), days.get(pk))
        for pk, placement in held.items()
        if pk in days or pk in expected
    ]
    open_still = [day for day in rows if day.on < today and day.state == Day.State.CHECKED_IN]
    turns += [_turn(held[day.placement_id], None, day) for day in open_still
              if day.placement_id in held]  # fmt: skip
    if not turns:
        return Turns([], why_not(next(iter(held.values())), plan, today))
    return Turns(sorted(turns, key=lambda turn: turn.starts_at))


def _dates(viewer: Viewer) -> list[date]:
    """Today, and deep in the night the day before."""
    now = viewer.school.now()
    begun = moment_of(now.date(), time.min, viewer.school.zone)
    return [now.date()] + ([now.date() - timedelta(days=1)] if now < begun + LATE_NIGHT else [])


def _turn(placement: Placement, expected: Expected | None, day: Day | None) -> Turn:
    if day:
        day.placement, day.student = placement, placement.student
    return Turn(placement, expected, day)
