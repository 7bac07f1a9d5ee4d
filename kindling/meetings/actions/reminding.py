"""What the clock does: the day before a meeting, and on the day something was promised for."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record, record_many
from kindling.meetings.actions.inviting import write
from kindling.meetings.models import Attendee, Commitment, Meeting
from kindling.notices.actions import Letter, notify_each
from kindling.notices.asking import is_left_alone
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

AHEAD = timedelta(hours=26)  # the day before, whatever the hour
JUST_BOOKED = timedelta(hours=24)  # whoever was invited a moment ago needs no reminder
AT_ONCE = 200


@every(minutes=15)
def remind_of_meetings() -> None:
    """Look after the meetings and promises of all schools."""
    for school in School.objects.filter(set_up_at__isnull=False):
        remind_of(school)


def remind_of(school: School) -> tuple[int, int]:
    """Remind of what is due at one school; how many meetings and promises. Safe to call twice."""
    by, now = Viewer.system(school), school.now()
    soon = Meeting.objects.filter(
        school=school, state=Meeting.State.BOOKED, reminded_at__isnull=True,
        starts_at__gt=now, starts_at__lte=now + AHEAD, created_at__lte=now - JUST_BOOKED,
    )  # fmt: skip
    rows = soon.select_related("student__person", "leader", "school").order_by("pk")[:AT_ONCE]
    meetings = [one for one in rows if remind_of_meeting(one, by=by)]
    return len(meetings), remind_of_promises(by=by)


@transaction.atomic
def remind_of_meeting(meeting: Meeting, *, by: Viewer) -> bool:
    """Tell those who have an invitation and did not say no. Two workers: one does it."""
    rows = Meeting.objects.filter(pk=meeting.pk, reminded_at__isnull=True)
    if not rows.update(reminded_at=by.school.now()):
        return False
    people = Attendee.objects.filter(meeting=meeting, is_invited=True, off_at__isnull=True)
    people = people.exclude(answer=Attendee.Answer.NOT_COMING).select_related("person")
    write(meeting, list(people.order_by("pk")), "reminder", "", by=by)
    record("meeting.remind", meeting, by=by)
    return True


@transaction.atomic
def remind_of_promises(*, by: Viewer) -> int:
    """Tell each owner once, on the day. Who left the school and whom it leaves alone hear nothing."""
    today = by.school.today()
    due = Commitment.objects.filter(
        school=by.school, done_at__isnull=True, reminded_on__isnull=True, due_on__lte=today,
        student__state=Student.State.ENROLLED,
    )  # fmt: skip
    rows = list(
        due.select_for_update(of=("self",))
        .select_related("owner", "student__person", "meeting")
        .order_by("pk")[:AT_ONCE]
    )
    Commitment.objects.filter(pk__in=[one.pk for one in rows]).update(reminded_on=today)
    told = [one for one in rows if not is_left_alone(one.owner, today)]
    letters = [_letter(one, by) for one in told]
    if letters:
        notify_each(letters, "meetings/promised", by=by)
    record_many("commitment.remind", rows, by=by)
    return len(told)


def _letter(commitment: Commitment, by: Viewer) -> Letter:
    owner = commitment.owner
    owner.school = by.school
    told = {
        "words": commitment.words, "first": commitment.student.first, "due_on": commitment.due_on,
        "is_own": owner.pk == commitment.student.person_id, "has_page": owner.user_id is not None,
    }  # fmt: skip
    with inside(by.school):
        held = commitment.meeting
        url = held.get_absolute_url() if held else commitment.student.get_absolute_url()
    return Letter(owner, told, url=url)
