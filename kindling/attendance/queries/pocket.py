"""What a student's phone keeps for when there is no network: the days ahead, nothing about others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _

from kindling.attendance.along import About, Moment, Part, parts_for
from kindling.attendance.expected import Expected, moment_of
from kindling.attendance.how import LATE_NIGHT
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days, visible_placements
from kindling.attendance.timetable import timetable_of_person
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Pocket:
    """The days ahead, as JSON for the page's own script."""

    days: str
    about: About | None

    def along(self, viewer: Viewer) -> list[Part]:
        """What may come along with a check-out: a photo, a voice note, the school's questions."""
        return parts_for(viewer, Moment.CHECK_OUT, self.about) if self.about else []


def pocket(viewer: Viewer) -> Pocket:
    """Gather the student's next two weeks in three statements."""
    today = viewer.school.today()
    places = {place.pk: place for place in _own_placements(viewer)}
    plan = timetable_of_person(viewer, today, today + AHEAD)
    rows = visible_days(viewer).filter(on=today, placement__in=places)
    said = {day.placement_id: day for day in rows}
    days = [
        _told(
            one, places[one.placement_id], said.get(one.placement_id) if one.on == today else None
        )
        for one in plan.days()
        if one.placement_id in places
    ]
    first = next(iter(places.values()), None)
    about = About(first.student_id, first.pk) if first else None
    return Pocket(json.dumps(days), about)


def _own_placements(viewer: Viewer) -> list[Placement]:
    """The internships that run now. Somebody else's are in no pocket."""
    mine = visible_placements(viewer).filter(student__person=viewer.person_id)
    return list(mine.filter(state__in=Placement.RUNNING))


def _told(one: Expected, place: Placement, day: Day | None) -> dict[str, str]:
    """One day in sentences of the reader's language: the script glues nothing together."""
    times = {"start": clock(one.starts_at), "end": clock(one.ends_at), "name": place.mentor.first}
    facts = {
        "on": one.on.isoformat(),
        "placement": place.public_id,
        "title": _("Today you’re at %(site)s") % {"site": place.site.name},
        "when": _("%(start)s to %(end)s with %(name)s") % times,
    }
    if day is not None:
        facts["mode"] = day.mode
    if day is not None and day.student_in_at:
        facts["step"] = "here" if day.state == Day.State.CHECKED_IN else "done"
        facts["since"] = clock(day.student_in_at)
    return facts


def day_being_left(viewer: Viewer, placement: Placement, at: datetime) -> Day | None:
    """The day a check-out at this moment is about: that date's, or late at night the one before."""
    zone = viewer.school.zone
    on = at.astimezone(zone).date()
    dates = [on]
    if at < moment_of(on, time.min, zone) + LATE_NIGHT:
        dates.append(on - timedelta(days=1))
    days = visible_days(viewer).for_list().filter(placement=placement, on__in=dates)
    found: Day | None = days.exclude(student_in_at=None).first() or days.first()
    return found
