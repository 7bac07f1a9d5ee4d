"""Put the school's name to what a transcript says. A later one names the one before."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.transcripts import rules
from kindling.transcripts.actions.printing import print_transcript
from kindling.transcripts.content import address_of, compose
from kindling.transcripts.models import Draft, Kind, Transcript, TranscriptPaper

DATED = ("at", "by", "number", "replaces", "reason")  # what two of the same words differ in


@transaction.atomic
def certify(
    student: Student, kind: str, *, by: Viewer, reason: str = "", language: str = ""
) -> Transcript:
    """Freeze what the record says now, and have it printed and signed.

    A second one of a kind needs a reason and says other things than the first; it names the old
    one, which stays as it was. Refused while the student's page is not agreed on.
    """
    require(rules.may_certify(by) and student.school_id == by.school.pk)
    _refuse_early(student, kind)
    before = Transcript.objects.filter(student=student, kind=kind).order_by("-number").first()
    made = _made(student, kind, before, reason, language or by.school.language, by=by)
    TranscriptPaper.objects.create(school=by.school, transcript=made)
    record("transcript.certify", made, by=by, address=made.content_hash)
    transaction.on_commit(partial(print_transcript.enqueue, made.pk), robust=True)
    return made


def _made(
    student: Student, kind: str, before: Transcript | None, reason: str, language: str, *,
    by: Viewer,
) -> Transcript:  # fmt: skip
    """The row itself."""
    if by.person is None:
        raise PermissionDenied
    number = before.number + 1 if before else 1
    told: dict[str, Any] = {"number": number, "language": language, "reason": reason}
    content = compose(student, kind, by=by.person, replaces=before, **told)
    if before is not None:
        _refuse_same(before, content, reason)
    try:
        with transaction.atomic():
            made: Transcript = Transcript.objects.create(
                school=by.school, student=student, kind=kind, content=content,
                content_hash=address_of(content), replaces=before, certified_by=by.person,
                certified_at=by.school.now(), **told,
            )  # fmt: skip
    except IntegrityError:  # two pressed at once
        raise Refused(_("Somebody certified this just now. Look at it first.")) from None
    return made


def _refuse_early(student: Student, kind: str) -> None:
    if kind not in rules.kinds_of(student.school):
        raise Refused(_("This school does not give this kind. Choose another one."))
    if kind == Kind.NARRATIVE:
        # Locked: nobody goes on writing between this and the words that are frozen.
        draft = Draft.objects.select_for_update().filter(student=student).first()
        if draft is None or draft.state != Draft.State.AGREED:
            raise Refused(_("Student and advisor have to agree on the page first."))


def _refuse_same(before: Transcript, content: dict[str, Any], reason: str) -> None:
    old = {key: value for key, value in before.content.items() if key not in DATED}
    if old == {key: value for key, value in content.items() if key not in DATED}:
        raise Refused(_("It says what the one before says. There is nothing to put right."))
    if not reason.strip():
        raise Refused(_("Say why there is another one. The old one stays as it was."))
