"""The cover sheet of a year: answered apart, read side by side."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_writing
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.plans import rules
from kindling.plans.models import CoverAnswer, CoverSheet, Voice
from kindling.plans.questions import COVER
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer


@transaction.atomic
def open_cover(student: Student, year: SchoolYear, *, by: Viewer) -> CoverSheet:
    """Return the student's cover sheet of a year, made when it is not there yet."""
    require(year.school_id == by.school.pk)
    require(visible_students(by, Matter.PLAN).filter(pk=student.pk).exists())
    sheet, is_new = CoverSheet.objects.get_or_create(
        student=student, year=year, defaults={"school": by.school}
    )
    if is_new:
        record("cover_sheet.open", sheet, by=by)
    return sheet


@transaction.atomic
def write_answer(sheet: CoverSheet, key: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save the viewer's answer to one question. A Clash when the other parent was faster.

    Refused once both have handed in: then both are read as they are.
    """
    voice = rules.voice_of(by, sheet)
    require(bool(voice) and key in COVER)
    sheet = _lock(sheet)
    _refuse_open(sheet)
    now = by.school.now()
    answer, _is_new = CoverAnswer.objects.get_or_create(
        sheet=sheet, voice=voice, key=key, defaults={"school": by.school, "changed_at": now}
    )
    language = get_language() or by.school.language
    also: Any = {"written_by": by.person, "changed_at": now, "language": language}
    clash = save_field(answer, "text", text, base=base, **also)
    if clash is None:
        record_writing("cover_sheet.write", sheet, by=by, voice=voice, question=key)
    return clash


def _lock(sheet: CoverSheet) -> CoverSheet:
    found: CoverSheet = (
        CoverSheet.objects.select_for_update(of=("self",))
        .select_related("student__person", "year", "school")
        .get(pk=sheet.pk)
    )
    return found


def _refuse_open(sheet: CoverSheet) -> None:
    if sheet.is_open_to_both:
        raise Refused(_("Both of you have handed in, so the answers stay as they are this year."))


@transaction.atomic
def hand_in_cover(sheet: CoverSheet, *, by: Viewer) -> CoverSheet:
    """Say that one's answers are ready. When both have said so, each reads the other's."""
    voice = rules.voice_of(by, sheet)
    require(bool(voice))
    sheet = _lock(sheet)
    if sheet.is_in(voice):
        return sheet  # a double tap
    if not sheet.answers.filter(voice=voice).exclude(text="").exists():
        raise Refused(_("Answer one question at least. Then hand it in."))
    now = by.school.now()
    if voice == Voice.STUDENT:
        sheet.student_at = now
    else:
        sheet.family_at, sheet.family_by = now, by.person
    sheet.save(update_fields=["student_at", "family_at", "family_by"])
    record("cover_sheet.hand_in", sheet, by=by, voice=voice)
    return sheet


@transaction.atomic
def take_back_cover(sheet: CoverSheet, *, by: Viewer) -> None:
    """Write on after one has handed in, while the other has not."""
    voice = rules.voice_of(by, sheet)
    require(bool(voice))
    sheet = _lock(sheet)
    _refuse_open(sheet)
    if voice == Voice.STUDENT:
        sheet.student_at = None
    else:
        sheet.family_at = sheet.family_by = None
    sheet.save(update_fields=["student_at", "family_at", "family_by"])
    record("cover_sheet.take_back", sheet, by=by, voice=voice)
