"""A plan waits for its meeting: booked, held or called off over there, it moves along here."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import take_step
from kindling.meetings.models import Kind, Meeting
from kindling.plans.models import Plan
from kindling.schools.viewer import Viewer

State = Plan.State


@transaction.atomic
def follow_meeting(meeting: Meeting, what: str, by: Viewer) -> None:
    """Move the plan of the meeting's term. what: "booked", "held" or "cancelled".

    A plan that is signed already stays as it is.
    """
    if meeting.kind != Kind.PLAN:
        return
    on = meeting.starts_at.astimezone(by.school.zone).date()
    rows = Plan.objects.select_for_update().filter(student=meeting.student_id)
    rows = rows.filter(term__starts_on__lte=on, term__ends_on__gte=on, state__in=Plan.WRITING)
    plan = rows.first()
    if plan is None:
        return
    now = by.school.now()
    if what == "booked" and plan.state == State.DRAFT:
        take_step(plan, "schedule", by=by, meeting=meeting, state_since=now)
    elif what == "held" and plan.state != State.MEETING:
        take_step(plan, "meet", by=by, meeting=meeting, state_since=now)
    elif what == "cancelled" and plan.meeting_id == meeting.pk and plan.state == State.SCHEDULED:
        take_step(plan, "unschedule", by=by, meeting=None, state_since=now)


@transaction.atomic
def find_meeting(plan: Plan, *, by: Viewer) -> None:
    """A meeting that was booked before the plan was begun is its meeting."""
    first, last = plan.term.starts_on, plan.term.ends_on
    rows = Meeting.objects.filter(
        student=plan.student_id, kind=Kind.PLAN, state=Meeting.State.BOOKED
    )
    rows = rows.filter(starts_at__date__gte=first, starts_at__date__lte=last)
    meeting = rows.order_by("starts_at").first()
    if meeting:
        take_step(plan, "schedule", by=by, meeting=meeting, state_since=by.school.now())
