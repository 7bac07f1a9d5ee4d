"""Write down what a family allows to be known in an emergency, and take it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people import rules
from kindling.people.models import CareNote, Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def allow_care_note(
    student: Student, *, text: str, allowed_by: Person, until_on: date, by: Viewer
) -> CareNote:
    """Write down what may be known in an emergency, who allowed it and until when.

    Raises Refused when that person may not speak for the student, or for longer than a year.
    """
    require(student.school_id == by.school.pk and rules.may_keep_care_notes(by, student))
    today = by.school.today()
    if not rules.may_allow(by, student).filter(pk=allowed_by.pk).exists():
        raise Refused(_("Only the family, or a student who is 18, can allow this."))
    if not today <= until_on <= today + rules.YEAR:
        raise Refused(_("Choose a last day within a year. After it, ask the family again."))
    note: CareNote = CareNote.objects.create(
        school=by.school, student=student, text=text, allowed_by=allowed_by, written_by=by.person,
        since_on=today, until_on=until_on,
    )  # fmt: skip
    record("care_note.allow", note, by=by, allowed_by=allowed_by.public_id)
    return note


@transaction.atomic
def end_care_note(note: CareNote, *, by: Viewer) -> None:
    """Take it back: nobody reads it from now on. A second tap changes nothing."""
    require(rules.may_keep_care_notes(by, note.student))
    if CareNote.objects.filter(pk=note.pk, ended_at__isnull=True).update(ended_at=by.school.now()):
        record("care_note.end", note, by=by)
