"""Note when one student is elsewhere. Past days keep what was expected of them."""

from __future__ import annotations

from datetime import date, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schedule import rules
from kindling.schedule.models import Commitment
from kindling.schools.viewer import Viewer


@transaction.atomic
def add_commitment(
    student: Student,
    *,
    by: Viewer,
    kind: str,
    label: str = "",
    weekday: int | None = None,
    since_on: date,
    until_on: date | None = None,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> Commitment:
    """The student is elsewhere: on a date or the days of a span, or each week on a weekday.

    With no times all day. A double tap makes one. Raises ValidationError by field.
    """
    require(rules.may_keep_commitments(by, student))
    if weekday is None and until_on is None:
        until_on = since_on
    _check(since_on, until_on, starts_at, ends_at)
    span = {"since_on": since_on, "until_on": until_on, "starts_at": starts_at, "ends_at": ends_at}
    facts = {"student": student, "kind": kind, "label": label, "weekday": weekday, **span}
    Student.objects.select_for_update().get(pk=student.pk)
    same = Commitment.objects.filter(school=by.school, **facts).first()
    if same is not None:
        return same
    commitment: Commitment = Commitment.objects.create(school=by.school, **facts)
    record("commitment.add", commitment, by=by, student=student.public_id, kind=kind)
    return commitment


@transaction.atomic
def end_commitment(commitment: Commitment, *, by: Viewer) -> None:
    """From today on the student is free again; what has not begun goes away."""
    require(rules.may_keep_commitments(by, commitment.student))
    today = by.school.today()
    if commitment.until_on is not None and commitment.until_on < today:
        raise Refused(_("This is over already."))
    was = {"since_on": str(commitment.since_on), "until_on": str(commitment.until_on or "")}
    student = commitment.student.public_id
    record("commitment.end", commitment, by=by, student=student, kind=commitment.kind, was=was)
    if commitment.since_on >= today:
        commitment.delete()
        return
    commitment.until_on = today - timedelta(days=1)
    commitment.save(update_fields=["until_on"])


def _check(
    since_on: date, until_on: date | None, starts_at: time | None, ends_at: time | None
) -> None:
    if until_on is not None and until_on < since_on:
        raise ValidationError({"until_on": _("Choose a last day on or after the first day.")})
    if (starts_at is None) != (ends_at is None):
        missing = "starts_at" if starts_at is None else "ends_at"
        raise ValidationError({missing: _("Say from when until when, or leave both empty.")})
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        raise ValidationError({"ends_at": _("Choose an end later than the beginning.")})
