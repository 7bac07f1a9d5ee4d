"""Ask mentors for their word: one message for all their students, as often as they like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.absent import but_absent
from kindling.attendance.models import MentorChoice, Rhythm
from kindling.attendance.rhythm import days_to_ask, rhythm_on
from kindling.attendance.waiting import Spoken, spoken_days, week_of
from kindling.chores.clockwork import every
from kindling.history.models import Event
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, spend_ask, spend_asks
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
    """Send the mentor a link to confirm days of these internships now. It works for 14 days.

    It goes at night too: a person who is told that it is on its way asked for it.
    Raises Refused for a mentor who was asked often this month, by whichever school.
    """
    require(all(rules.may_ask_mentor(by, placement.student) for placement in placements))
    require(all(placement.mentor_id == mentor.pk for placement in placements))
    if not placements:
        raise Refused(_("This mentor has no internship running."))
    if mentor.suspended_at:
        raise Refused(_("This mentor works with no students for now. Settle the days yourselves."))
    spend_ask(mentor, by=by)
    return _send(Question(mentor, list(placements), list(placements)), by=by, at_once=True)


@dataclass(frozen=True)
class Question:
    """About whom to ask a mentor, and which internships the link shows."""

    mentor: Person
    about: list[Placement]
    shown: list[Placement]
    is_weekly: bool = False


def _send(question: Question, *, by: Viewer, at_once: bool = False) -> Pass:
    mentor, placements = question.mentor, question.shown
    subjects = [placement.public_id for placement in placements]
    about = placements[0].student if len(placements) == 1 else None
    held = make_pass(mentor, CONFIRM_DAYS, subjects, by=by, needs_code=True, about=about)
    names = [placement.student.first for placement in question.about]
    facts = {"names": names, "mentor": mentor.first, "is_weekly": question.is_weekly}
    kind, link = "attendance/confirm_days", held.public_id
    notify(mentor, kind, facts, by=by, link_id=link, at_once=at_once)
    record(ASKED, mentor, by=by, days_until=by.school.today().isoformat())
    return held


@every(minutes=10)
def ask_mentors() -> None:
    """When an internship day or week is over, ask its mentors, once. Catches up after a pause."""
    for school in School.objects.filter(set_up_at__isnull=False):
        ask_mentors_of(school)


def ask_mentors_of(school: School) -> list[Person]:
    """Ask the mentors of one school, each in their rhythm, who were not asked since it was time.

    Who was asked often enough this month rests; their days wait, and staff may settle them.
    """
    now, by = school.now(), Viewer.system(school)
    placements = Placement.objects.filter(
        school=school, state__in=Placement.RUNNING, starts_on__lte=now.date(),
        mentor__suspended_at__isnull=True,
    )  # fmt: skip
    _monday, sunday = week_of(now.date())
    spoken = but_absent(school, spoken_days(school, placements, now.date() - BACK, sunday))
    asked, choices = _last_asked(school, now - BACK), _choices_of(school)
    wanted: dict[Person, Question] = {}
    for rows in _by_mentor(spoken).values():
        mentor = rows[0].placement.mentor
        rhythm = rhythm_on(choices.get(mentor.pk), now.date())
        waiting = days_to_ask(rows, rhythm, now)
        since = asked.get(mentor.public_id)
        if waiting and (since is None or max(one.end_of_plan for one in waiting) > since):
            # Who wants exceptions only may object to the other days there, too.
            shown = rows if rhythm == Rhythm.EXCEPTIONS else waiting
            is_weekly = rhythm == Rhythm.WEEKLY
            wanted[mentor] = Question(mentor, _named(waiting), _named(shown), is_weekly)
    return ask_each(wanted, by)


def _named(spoken: list[Spoken]) -> list[Placement]:
    return list({one.placement.pk: one.placement for one in spoken}.values())


@transaction.atomic
def ask_each(wanted: dict[Person, Question], by: Viewer) -> list[Person]:
    """Ask those who may be asked; the count and the letters are one."""
    mentors = spend_asks(wanted, by=by) if wanted else []
    for mentor in mentors:
        _send(wanted[mentor], by=by)
    return mentors


def _by_mentor(spoken: list[Spoken]) -> dict[int, list[Spoken]]:
    """Group days by the mentor's key."""
    found: dict[int, list[Spoken]] = {}
    for one in spoken:
        found.setdefault(one.placement.mentor_id, []).append(one)
    return found


def _choices_of(school: School) -> dict[int, MentorChoice]:
    """Return mentor's key → what they chose. One statement."""
    return {row.person_id: row for row in MentorChoice.objects.filter(school=school)}


def _last_asked(school: School, since: datetime) -> dict[str, datetime]:
    """Return mentor's public id → when they were last asked. One statement."""
    events = Event.objects.filter(school=school, verb=ASKED, at__gte=since).order_by("at")
    return dict(events.values_list("subject_id", "at"))
