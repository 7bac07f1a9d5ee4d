"""Who comes: each says so for themselves; others are asked, or asked no longer."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.meetings import rules
from kindling.meetings.actions.inviting import invite, tell
from kindling.meetings.calendars import CANCEL
from kindling.meetings.letters import facts
from kindling.meetings.models import Attendee, Meeting
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def answer_meeting(attendee: Attendee, *, coming: bool, note: str = "", by: Viewer) -> None:
    """Say that one comes, or cannot. Who booked and who leads learn of a no."""
    require(rules.may_answer(by, attendee))
    meeting = Meeting.objects.select_for_update().get(pk=attendee.meeting_id)
    if meeting.state != Meeting.State.BOOKED:
        raise Refused(_("There is nothing to answer any more: the meeting is over or called off."))
    said = Attendee.Answer.COMING if coming else Attendee.Answer.NOT_COMING
    was, attendee.answer, attendee.note = attendee.answer, said, note.strip()[:300]
    attendee.answered_at = by.school.now()
    attendee.save(update_fields=["answer", "note", "answered_at"])
    record("meeting.answer", meeting, by=by, said=said.value)
    if not coming and was != said:
        _tell_hosts(meeting, attendee, by)


def _tell_hosts(meeting: Meeting, attendee: Attendee, by: Viewer) -> None:
    staff = meeting.attendees.filter(part__in=(Role.ADVISOR, *STAFF), off_at__isnull=True)
    hosts = {one.person_id: one.person for one in staff.select_related("person")}
    hosts[meeting.leader_id] = meeting.leader
    hosts.pop(attendee.person_id, None)
    for one in hosts.values():
        one.school = by.school
    with inside(by.school):
        url = meeting.get_absolute_url()
    told = {**facts(meeting, attendee, by), "who": attendee.person, "note": attendee.note}
    notify_many(hosts.values(), "meetings/cannot_come", told, by=by, url=url)


@transaction.atomic
def ask_also(meeting: Meeting, person: Person, *, by: Viewer) -> Attendee:
    """Ask one more: of the learning team, or of the school's staff."""
    require(rules.may_run(by, meeting))
    if meeting.state != Meeting.State.BOOKED:
        raise Refused(_("This meeting is over or called off."))
    team = {one.pk: part for one, part in rules.team_of(meeting.student)}
    part = team.get(person.pk)
    if part is None:
        require(rules.others_of_school(by).filter(pk=person.pk).exists())
        part = Role.STAFF
    row, is_new = Attendee.objects.get_or_create(
        meeting=meeting, person=person, defaults={"school": by.school, "part": part}
    )
    if not is_new and row.off_at is None:
        raise Refused(_("%(name)s is asked already.") % {"name": person.first})
    row.off_at, row.answer, row.part = None, "", part
    row.save(update_fields=["off_at", "answer", "part"])
    record("meeting.ask", meeting, by=by, person=person.public_id)
    invite(meeting, [row], by=by)
    return row


@transaction.atomic
def take_off(attendee: Attendee, *, by: Viewer) -> None:
    """Ask somebody no longer: the meeting leaves their calendar, and their link shows it no more."""
    meeting = attendee.meeting
    require(rules.may_run(by, meeting))
    if attendee.part == Role.STUDENT or attendee.person_id == meeting.leader_id:
        raise Refused(_("The student and who leads the meeting are always there."))
    staff = meeting.attendees.filter(part__in=(Role.ADVISOR, *STAFF), off_at__isnull=True)
    if not staff.exclude(pk=attendee.pk).exists():
        raise Refused(_("Somebody of the school has to be there."))
    was = attendee.is_invited
    attendee.off_at, attendee.is_invited = by.school.now(), False
    attendee.save(update_fields=["off_at", "is_invited"])
    record("meeting.take_off", meeting, by=by, person=attendee.person.public_id)
    if was and meeting.state == Meeting.State.BOOKED:
        tell(meeting, "taken_off", CANCEL, by=by, only=[attendee])
