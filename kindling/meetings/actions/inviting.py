"""Letters of a meeting: each with a calendar file, in its reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from kindling.history.steps import record
from kindling.meetings.calendars import CANCEL, REQUEST, invitation
from kindling.meetings.letters import facts, has_link
from kindling.meetings.models import Attendee, Meeting
from kindling.meetings.rules import JOIN_MEETING
from kindling.notices.actions import Letter, notify_each, spend_asks
from kindling.notices.asking import is_left_alone
from kindling.passes.actions import Wanted, make_passes
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

AFTER = 7  # days after a meeting in which its link still works


def invite(meeting: Meeting, attendees: Sequence[Attendee], *, by: Viewer) -> list[Attendee]:
    """Write to these for the first time; who booked it gets the calendar file as well.

    Mentors who were asked often this month rest, and so does whom the school leaves alone: no
    letter goes to them, and the page says so. Returns whom it wrote to.
    """
    mentors = [one.person for one in attendees if one.part == Role.MENTOR]
    asked = {one.pk for one in spend_asks(mentors, by=by)} if mentors else set()
    today = by.school.today()
    told = [
        one for one in attendees
        if (one.part != Role.MENTOR or one.person_id in asked)
        and not is_left_alone(one.person, today)
    ]  # fmt: skip
    write(meeting, told, "invited", REQUEST, by=by)
    Attendee.objects.filter(pk__in=[one.pk for one in told]).update(is_invited=True)
    for one in told:
        one.is_invited = True
    record("meeting.invite", meeting, by=by, letters=len(told))
    return told


def tell(
    meeting: Meeting, kind: str, method: str, *, by: Viewer, only: Sequence[Attendee] | None = None
) -> int:
    """Write to everybody who has an invitation; a change is told whoever rests. Returns how many."""
    people = Attendee.objects.filter(meeting=meeting, is_invited=True, off_at__isnull=True)
    told = list(people.select_related("person").order_by("pk")) if only is None else list(only)
    write(meeting, told, kind, method, by=by)
    record("meeting.tell", meeting, by=by, kind=kind, letters=len(told))
    return len(told)


def write(
    meeting: Meeting, attendees: Sequence[Attendee], kind: str, method: str, *, by: Viewer
) -> None:
    """One letter each, a constant few statements."""
    if not attendees:
        return
    for one in attendees:
        one.person.school = by.school  # spares a statement for each
    outside = [one for one in attendees if has_link(one)] if method != CANCEL else []
    wanted = [Wanted(one.person, [meeting.public_id], meeting.student) for one in outside]
    days = max(1, (meeting.starts_at.date() - by.school.today()).days) + AFTER
    held = make_passes(wanted, JOIN_MEETING, by=by, days=days) if wanted else []
    links = {one.pk: link.public_id for one, link in zip(outside, held, strict=True)}
    with inside(by.school):
        page = meeting.get_absolute_url()
    letters = [
        Letter(
            one.person, facts(meeting, one, by), link_id=links.get(one.pk, ""),
            url="" if has_link(one) else page,
            calendar=invitation(meeting, one.person, method) if method else "",
        )
        for one in attendees
    ]  # fmt: skip
    notify_each(letters, f"meetings/{kind}", by=by)
