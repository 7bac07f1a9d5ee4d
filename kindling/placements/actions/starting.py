"""From "we agree" to the first day: the student asks to start, the advisor sets it up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.actions import connect
from kindling.placements import rules
from kindling.placements.actions.answering import refuse
from kindling.placements.actions.asking import begin_chain
from kindling.placements.actions.granting import give_back
from kindling.placements.actions.telling import (
    tell,
    tell_coordinators,
    tell_guides,
    tell_student,
)
from kindling.placements.checks import (
    check_clearance,
    check_mentor,
    check_ready,
    check_ties,
)
from kindling.placements.models import Approval, Placement, Pursuit
from kindling.placements.timetable import check_first_day, checked_schedule, written
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def request_start(pursuit: Pursuit, note: str, *, by: Viewer) -> None:
    """The place said yes: ask to start, with what you want to learn there."""
    require(rules.may_request_start(by, pursuit))
    note, today = note.strip()[:2000], by.school.today()
    if not note:
        raise ValidationError({"note": _("Say what you and the place agreed on.")})
    if pursuit.until_on and pursuit.until_on < today:
        raise Refused(_("Your time for this place ran out. Ask for more time first."))
    check_ties(pursuit)
    take_step(pursuit, "request_start", by=by, start_note=note)
    if not begin_chain(pursuit, Approval.Stage.START, by=by):
        tell_guides(pursuit, "wants_to_start", by=by, note=note)


@transaction.atomic
def return_start(pursuit: Pursuit, reason: str, *, by: Viewer) -> None:
    """Something is missing: give it back with what to mend, and at least a week for it."""
    require(rules.may_return_start(by, pursuit))
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say what is missing before they can start.")})
    approval = rules.asked_now(pursuit)
    if approval and rules.may_answer(by, approval):
        refuse(approval, reason, by=by)
    else:
        give_back(pursuit, reason, by=by)


@transaction.atomic
def start_placement(
    pursuit: Pursuit,
    *,
    mentor: Person,
    starts_on: date,
    ends_on: date | None,
    schedule: Iterable[tuple[int, time, time] | tuple[int, time, time, str]],
    goals: str,
    by: Viewer,
) -> Placement:
    """Start the internship: mentor, days with times, goals. The mentor may now see the student.

    Refused while something must be on file first (clearance), in a sentence that names it.
    `schedule` holds (weekday from 0 for Monday, start, end, and "A" or "B" if one likes). Raises ValidationError by field.
    """
    require(rules.may_start(by, pursuit))
    check_ready(pursuit)
    today = by.school.today()
    check_first_day(starts_on, ends_on, today=today)
    slots = checked_schedule(schedule)
    check_mentor(pursuit.opportunity.site, mentor, by=by)
    check_clearance(pursuit, mentor, slots, max(starts_on, today), by=by)
    take_step(pursuit, "start", by=by)
    facts = {"starts_on": starts_on, "ends_on": ends_on, "goals": goals.strip()[:4000]}
    placement = _placed(pursuit, mentor, **facts)
    placement.plan_days(slots, since_on=starts_on)
    connect(pursuit.student, mentor, Role.MENTOR, by=by, since_on=min(starts_on, today))
    record("placement.start", placement, by=by, pursuit=pursuit.public_id, plan=written(slots))
    _tell_of_start(placement, by=by)
    return placement


def _placed(pursuit: Pursuit, mentor: Person, **facts: Any) -> Placement:
    """The internship that grows out of a pursuit."""
    place = pursuit.opportunity
    made: Placement = Placement.objects.create(
        school_id=pursuit.school_id, pursuit=pursuit, student=pursuit.student, mentor=mentor,
        opportunity=place, site=place.site, **facts,
    )  # fmt: skip
    return made


def _tell_of_start(placement: Placement, *, by: Viewer) -> None:
    facts = {"placement": placement, "starts_on": placement.starts_on}
    tell_student(placement, "started", by=by, **facts)
    tell_coordinators(placement, "started", by=by, **facts)
    tell([placement.mentor], "welcome_mentor", placement, by=by, **facts)
