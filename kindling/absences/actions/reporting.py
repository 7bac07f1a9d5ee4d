"""Say that somebody comes late or not at all: once, and everybody who should know is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.absences import rules
from kindling.absences.actions.reasons import reason_named
from kindling.absences.actions.telling import tell_of
from kindling.absences.audience import plan_of
from kindling.absences.models import Kind, Report, Voice
from kindling.attendance.models import Method
from kindling.attendance.timetable import Timetable
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

BACK, AHEAD = timedelta(days=14), timedelta(days=120)
LONGEST = timedelta(days=60)
MOST_MINUTES = 8 * 60
State = Report.State


def report_late(
    student: Student,
    *,
    minutes: int,
    by: Viewer,
    on: date | None = None,
    reason: str = "",
    note: str = "",
    tap: str = "",
    method: Method = Method.PAGE,
) -> Report:
    """The student comes `minutes` after the planned start (from now, when that has passed).

    `by` is the student, a guardian, or staff; `reason` a code of the school, "" for none.
    Advisor, mentor and office are told at once; the same word twice changes nothing.
    """
    if not 0 < minutes <= MOST_MINUTES:
        raise Refused(_("Say by how many minutes, between 1 and 480."))
    day = on or by.school.today()
    facts = {"kind": Kind.LATE, "since_on": day, "until_on": day, "minutes": minutes}
    return report_days(student, facts, reason=reason, note=note, tap=tap, method=method, by=by)


def report_absence(
    student: Student,
    *,
    by: Viewer,
    on: date | None = None,
    until_on: date | None = None,
    reason: str = "",
    note: str = "",
    tap: str = "",
    method: Method = Method.PAGE,
) -> Report:
    """The student does not come on this day, or from this day to another, both counted.

    A guardian's word clears the absence; else the family is asked by a link. Nobody is expected
    on these days any more. The same word twice changes nothing.
    """
    day = on or by.school.today()
    facts = {"kind": Kind.ABSENT, "since_on": day, "until_on": until_on or day, "minutes": None}
    return report_days(student, facts, reason=reason, note=note, tap=tap, method=method, by=by)


@transaction.atomic
def report_days(
    student: Student, facts: dict[str, Any], *, reason: str, tap: str, by: Viewer, **said: Any
) -> Report:
    """What report_late and report_absence share: rule, state, write, history, tell."""
    voice = rules.voice_of(by, student)
    if voice is None:
        raise PermissionDenied
    _refuse_days(facts["since_on"], facts["until_on"], by.school.today())
    student.school = by.school
    Student.objects.select_for_update().get(pk=student.pk)  # two at once: the second waits here
    if tap and (same := Report.objects.filter(school=by.school, tap=tap).first()):
        require(same.student_id == student.pk)
        return same
    facts |= {"reason": reason_named(reason, by=by), "note": said["note"]}
    earlier = _live_on(student, facts["since_on"])
    if earlier and _is_same(earlier, facts):
        return earlier
    plan = plan_of(student, facts["since_on"], facts["until_on"])
    facts["due_at"] = _due_at(plan, facts, by.school.now())
    made = _replace(
        earlier, student=student, voice=voice, tap=tap or None, method=said["method"], by=by,
        **facts,
    )  # fmt: skip
    told = {"kind": made.kind, "since": str(made.since_on), "until": str(made.until_on)}
    record("absence.report", made, by=by, voice=voice, **told)
    tell_of(made, plan, by=by)
    return made


def _replace(earlier: Report | None, *, voice: Voice, by: Viewer, **facts: Any) -> Report:
    """Write the new word; the earlier one of the same day stays, and counts no more."""
    _refuse_overruling(earlier, voice, facts)
    if earlier is not None:
        take_step(earlier, "replace", by=by)
    cleared = voice == Voice.GUARDIAN
    if cleared:
        facts |= {"decided_by": by.person, "decided_at": by.school.now()}
    made: Report = Report.objects.create(
        school=by.school,
        voice=voice,
        by=by.person,
        at=by.school.now(),
        state=State.CLEARED if cleared else State.REPORTED,
        replaces=earlier,
        **facts,
    )
    return made


def _live_on(student: Student, day: date) -> Report | None:
    rows = Report.objects.filter(student=student, since_on=day, state__in=Report.LIVE)
    return rows.select_related("reason", "student__person").first()


def _is_same(earlier: Report, facts: dict[str, Any]) -> bool:
    named = ("kind", "until_on", "minutes", "reason", "note")
    return all(getattr(earlier, name) == facts[name] for name in named)


def _refuse_overruling(earlier: Report | None, voice: Voice, facts: dict[str, Any]) -> None:
    """The school's no is for the school to change, and the family's yes not for the student.

    The no holds for all its days: a word that begins a day earlier does not cover it.
    """
    if voice == Voice.STAFF:
        return
    student = facts["student"]
    held = Report.holding(student.school, facts["since_on"], facts["until_on"])
    settled = held.filter(student=student, state=State.UNEXCUSED).exists()
    overruled = earlier is not None and earlier.state == State.CLEARED and voice == Voice.STUDENT
    if settled or overruled:
        raise Refused(_("This day is already answered. Talk to your advisor if it is wrong."))


def _refuse_days(first: date, last: date, today: date) -> None:
    if last < first:
        raise Refused(_("The last day must not come before the first day."))
    if last - first > LONGEST:
        raise Refused(_("This is longer than 60 days. Call the school about it."))
    if first < today - BACK:
        raise Refused(_("This is more than two weeks ago. Call the school about it."))
    if first > today + AHEAD:
        raise Refused(_("This is too far ahead. Check the date."))


def _due_at(plan: Timetable, facts: dict[str, Any], now: datetime) -> datetime | None:
    """When somebody who is late means to be there; None without an internship on that day."""
    if not facts["minutes"]:
        return None
    day, zone, late = facts["since_on"], now.tzinfo, timedelta(minutes=facts["minutes"])
    starts = [one.moments(zone)[0] for one in plan.days(day, day)]  # type: ignore[arg-type]
    if not starts:
        return None
    due = min(starts) + late
    return due if due > now or day != now.date() else now + late
