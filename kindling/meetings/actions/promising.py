"""What somebody promised: made, kept, changed, taken back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.meetings import rules
from kindling.meetings.models import Commitment, Meeting
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.roles import STAFF
from kindling.schools.viewer import Viewer


@transaction.atomic
def make_commitment(
    student: Student,
    *,
    owner: Person,
    words: str,
    due_on: date | None = None,
    meeting: Meeting | None = None,
    by: Viewer,
) -> Commitment:
    """Write down who does what, and by when. `owner`: the student, or somebody of their team.

    Whoever may write in the meeting may, and without a meeting whoever may book one.
    """
    may = rules.may_write(by, meeting) if meeting else rules.may_book(by, student)
    require(may and (meeting is None or meeting.student_id == student.pk))
    require(owner.school_id == by.school.pk and _is_near(owner, student, meeting))
    words = _checked(words, due_on, by)
    made = Commitment.objects.create(
        school=by.school, student=student, owner=owner, words=words, due_on=due_on,
        meeting=meeting, by=by.person,
    )  # fmt: skip
    record("commitment.make", made, by=by, owner=owner.public_id, due_on=str(due_on or ""))
    return made


def _is_near(owner: Person, student: Student, meeting: Meeting | None) -> bool:
    """Say whether somebody belongs to the student's team or to the meeting."""
    if any(owner.pk == one.pk for one, _part in rules.team_of(student)):
        return True
    if meeting is None:
        return owner.memberships.filter(role__in=STAFF, until_on__isnull=True).exists()
    return meeting.attendees.filter(person=owner, off_at__isnull=True).exists()


def _checked(words: str, due_on: date | None, by: Viewer) -> str:
    words = " ".join(words.split())[:300]
    if not words:
        raise ValidationError({"words": _("Say what will be done.")})
    if due_on and due_on < by.school.today():
        raise ValidationError({"due_on": _("Choose today or a later day.")})
    return words


@transaction.atomic
def change_commitment(
    commitment: Commitment, *, words: str, due_on: date | None, by: Viewer
) -> None:
    """Other words or another day, while it is open."""
    require(rules.may_book(by, commitment.student))
    words = _checked(words, due_on if due_on != commitment.due_on else None, by)
    was = {"words": commitment.words, "due_on": str(commitment.due_on or "")}
    rows = Commitment.objects.filter(pk=commitment.pk, done_at__isnull=True)
    if not rows.update(words=words, due_on=due_on, reminded_on=None):
        raise Refused(_("This is done already."))
    record("commitment.change", commitment, by=by, **was)


@transaction.atomic
def keep_commitment(commitment: Commitment, *, by: Viewer) -> bool:
    """It is done. A second tap changes nothing. Returns whether it was open."""
    require(rules.may_keep(by, commitment))
    now = by.school.now()
    rows = Commitment.objects.filter(pk=commitment.pk, done_at__isnull=True)
    if not rows.update(done_at=now):
        return False
    commitment.done_at = now
    record("commitment.keep", commitment, by=by)
    return True


@transaction.atomic
def reopen_commitment(commitment: Commitment, *, by: Viewer) -> None:
    """It is not done after all."""
    require(rules.may_keep(by, commitment))
    rows = Commitment.objects.filter(pk=commitment.pk, done_at__isnull=False)
    if rows.update(done_at=None):
        commitment.done_at = None
        record("commitment.reopen", commitment, by=by)


@transaction.atomic
def drop_commitment(commitment: Commitment, *, by: Viewer) -> None:
    """It was a mistake: nobody promised this. The history keeps its words."""
    require(rules.may_book(by, commitment.student))
    if commitment.done_at is not None:
        raise Refused(_("This is done already."))
    told = {"words": commitment.words, "owner": commitment.owner.public_id}
    record("commitment.drop", commitment, by=by, **told)
    commitment.delete()
