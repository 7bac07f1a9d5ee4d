"""What waits for somebody: an answer, a promise, an interpreter, minutes."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from kindling.kit.waits import HoldsUp, Wait
from kindling.meetings import rules
from kindling.meetings.calendars import when_of
from kindling.meetings.models import Attendee, Commitment, Meeting
from kindling.meetings.queries.lists import open_commitments
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = 25  # of each kind
INTERPRETER = timedelta(days=14)


def waits(viewer: Viewer) -> list[Wait]:
    """What waits for the viewer because of meetings. Two statements, at most 50 rows."""
    rows = rules.own_places(viewer).filter(meeting__state=Meeting.State.BOOKED)
    found = [_of_place(viewer, one) for one in rows.order_by("meeting__starts_at", "pk")[:MOST]]
    today = viewer.school.today()
    promised = open_commitments(viewer).filter(due_on__lte=today)[:MOST]
    return [one for one in found if one] + [_of_promise(viewer, one) for one in promised]


def _of_place(viewer: Viewer, place: Attendee) -> Wait | None:
    """The one thing that waits here for who was asked; None for nothing."""
    meeting, now = place.meeting, viewer.school.now()
    is_own = meeting.student.person_id == viewer.person_id
    is_staff = place.part in (Role.ADVISOR, Role.STAFF)
    told = {"what": meeting.label, "name": meeting.student.first}
    told["when"] = when_of(meeting, viewer.school)
    if meeting.ends_at < now:
        say = _("Write down what came of the meeting: %(what)s with %(name)s") % told
        holds = HoldsUp.NOBODY if is_own else HoldsUp.STUDENT
        return _wait("hold", meeting, say, holds, "notebook-pen") if is_own or is_staff else None
    if not place.answer:
        say = _("Say whether you come: %(what)s with %(name)s, %(when)s") % told
        holds = HoldsUp.STAFF if is_own else HoldsUp.STUDENT
        return _wait("answer", meeting, say, holds, "calendar-check")
    is_asked = meeting.interpreter == Meeting.Interpreter.ASKED
    if is_asked and is_staff and meeting.starts_at - now <= INTERPRETER:
        say = _("Find an interpreter: %(what)s with %(name)s, %(when)s") % told
        return _wait("interpreter", meeting, say, HoldsUp.FAMILY, "languages")
    return None


def _wait(kind: str, meeting: Meeting, say: str, holds: HoldsUp, icon: str) -> Wait:
    since = meeting.ends_at if kind == "hold" else meeting.created_at
    key, url = f"meeting.{kind}:{meeting.public_id}", meeting.get_absolute_url()
    return Wait(key, say, url, holds, since, meeting.student.name, icon)


def _of_promise(viewer: Viewer, one: Commitment) -> Wait:
    is_own = one.student.person_id == viewer.person_id
    say = _("You promised: %(words)s") % {"words": one.words}
    held = one.meeting
    url = held.get_absolute_url() if held else one.student.get_absolute_url()
    holds = HoldsUp.NOBODY if is_own else HoldsUp.STUDENT
    return Wait(
        f"promise.keep:{one.public_id}",
        say,
        url,
        holds,
        one.created_at,
        one.student.name,
        "handshake",
    )
