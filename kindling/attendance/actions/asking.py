"""Ask mentors for their word: one message a day for all their students, or on a button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.waiting import Spoken, spoken_days, unconfirmed
from kindling.chores.clockwork import every
from kindling.history.models import Event
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

ASKED = "mentor.ask"
BACK = timedelta(days=7)  # a worker that slept for a week still asks


@transaction.atomic
def ask_mentor(mentor: Person, placements: Sequence[Placement], *, by: Viewer) -> Pass:
    """Send the mentor a link to confirm days of these internships. It works for 14 days."""
    require(all(rules.may_ask_mentor(by, placement.student) for placement in placements))
    require(all(placement.mentor_id == mentor.pk for placement in placements))
    if not placements:
        raise Refused(_("This mentor has no internship running."))
    subjects = [placement.public_id for placement in placements]
    about = placements[0].student if len(placements) == 1 else None
    held = make_pass(mentor, CONFIRM_DAYS, subjects, by=by, needs_code=True, about=about)
    names = [placement.student.first for placement in placements]
    facts = {"names": names, "mentor": mentor.first}
    notify(mentor, "attendance/confirm_days", facts, by=by, link_id=held.public_id)
    record(ASKED, mentor, by=by, days_until=by.school.today().isoformat())
    return held


@every(minutes=10)
def ask_mentors() -> None:
    """At the end of each internship day ask its mentors, once. Catches up once after a pause."""
    for school in School.objects.filter(set_up_at__isnull=False):
        ask_mentors_of(school)


def ask_mentors_of(school: School) -> list[Person]:
    """Ask the mentors of one school who were not asked since their last day ended."""
    now, by = school.now(), Viewer.system(school)
    placements = Placement.objects.filter(
        school=school, state__in=Placement.RUNNING, starts_on__lte=now.date()
    )
    spoken = spoken_days(school, placements, now.date() - BACK, now.date())
    asked = _last_asked(school, now - BACK)
    mentors = []
    for rows in _by_mentor(spoken).values():
        waiting = unconfirmed(_ended_days(rows, now), now)
        mentor = rows[0].placement.mentor
        since = asked.get(mentor.public_id)
        if waiting and (since is None or max(one.end_of_plan for one in waiting) > since):
            named = {one.placement.pk: one.placement for one in waiting}
            ask_mentor(mentor, list(named.values()), by=by)
            mentors.append(mentor)
    return mentors


def _by_mentor(spoken: list[Spoken]) -> dict[int, list[Spoken]]:
    """Group days by the mentor's key."""
    found: dict[int, list[Spoken]] = {}
    for one in spoken:
        found.setdefault(one.placement.mentor_id, []).append(one)
    return found


def _ended_days(rows: list[Spoken], now: datetime) -> list[Spoken]:
    """Leave out dates on which one of the mentor's students is still expected: one mail a day."""
    open_on: set[date] = {one.on for one in rows if one.end_of_plan > now}
    return [one for one in rows if one.on not in open_on]


def _last_asked(school: School, since: datetime) -> dict[str, datetime]:
    """Return mentor's public id → when they were last asked. One statement."""
    events = Event.objects.filter(school=school, verb=ASKED, at__gte=since).order_by("at")
    return dict(events.values_list("subject_id", "at"))
