"""Private notes: written, corrected by another row, opened."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.models import NoteOpening, PrivateNote, Talk


@transaction.atomic
def open_notes(student: Student, *, by: Viewer) -> None:
    """Log that somebody opened the private notes about a student."""
    require(rules.may_keep_notes(by, student) or rules.reads_notes_on(by, student))
    if by.person is None or rules.is_family(by, student):
        raise PermissionDenied
    NoteOpening.objects.create(
        school=by.school, student=student, person=by.person, at=by.school.now()
    )
    record("private_notes.open", student, by=by)


@transaction.atomic
def write_note(student: Student, text: str, *, talk: Talk | None = None, by: Viewer) -> PrivateNote:
    """Write one for oneself. The history learns that, and none of its words."""
    require(rules.may_keep_notes(by, student) and (talk is None or talk.student_id == student.pk))
    note: PrivateNote = PrivateNote.objects.create(
        school=by.school, student=student, talk=talk, author_id=by.person_id or 0, at=by.school.now(),
        text=_checked(text),
    )  # fmt: skip
    record("private_note.write", note, by=by)
    return note


@transaction.atomic
def correct_note(note: PrivateNote, text: str, *, by: Viewer) -> PrivateNote:
    """Write it anew beside the old words, which stay. Each is corrected once; then its correction."""
    require(rules.may_correct(by, note))
    try:
        with transaction.atomic():
            fixed: PrivateNote = PrivateNote.objects.create(
                school=by.school, student=note.student, talk_id=note.talk_id, author=note.author,
                at=by.school.now(), text=_checked(text), corrects=note,
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("You have corrected this one already. Correct the newer words.")) from None
    record("private_note.correct", fixed, by=by, was=note.public_id)
    return fixed


def _checked(text: str) -> str:
    text = text.strip()[:4000]
    if not text:
        raise Refused(_("Write a few words first."))
    return text
