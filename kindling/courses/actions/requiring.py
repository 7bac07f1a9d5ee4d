"""What the state asks for, and what a student has met in another way."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.models import Met, RequiredCourse
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@transaction.atomic
def add_required(title: str, *, grade: str = "", note: str = "", by: Viewer) -> RequiredCourse:
    """Ask for something by the end of a grade. Twice is once."""
    require(rules.may_change_required(by))
    School.objects.select_for_update().get(pk=by.school.pk)
    facts = {"school": by.school, "title": title.strip(), "grade": grade.strip()}
    found = RequiredCourse.objects.filter(retired_on__isnull=True, **facts).first()
    if found is not None:
        return found
    made: RequiredCourse = RequiredCourse.objects.create(note=note.strip(), **facts)
    record("requiredcourse.add", made, by=by, title=made.title, grade=made.grade)
    return made


@transaction.atomic
def retire_required(required: RequiredCourse, *, by: Viewer) -> None:
    """Ask for it no more. What was done for it stays with the students who did it."""
    require(rules.may_change_required(by) and required.school_id == by.school.pk)
    rows = RequiredCourse.objects.filter(pk=required.pk, retired_on__isnull=True)
    if rows.update(retired_on=by.school.today()):
        record("requiredcourse.retire", required, by=by)


@transaction.atomic
def note_met(
    student: Student, required: RequiredCourse, *, how: str, note: str = "", by: Viewer
) -> Met:
    """The student has it already, in another way."""
    require(rules.may_note_met(by, student) and required.school_id == by.school.pk)
    Student.objects.select_for_update().get(pk=student.pk)
    if Met.objects.filter(student=student, required=required, ended_on__isnull=True).exists():
        raise Refused(_("This stands here already."))
    met: Met = Met.objects.create(
        school=by.school, student=student, required=required, how=how, note=note.strip()[:300],
        by=by.person, on=by.school.today(),
    )  # fmt: skip
    record("met.note", met, by=by, required=required.public_id, how=how)
    return met


@transaction.atomic
def end_met(met: Met, *, by: Viewer) -> None:
    """It was a mistake: the row stays and counts no more."""
    require(rules.may_note_met(by, met.student))
    rows = Met.objects.filter(pk=met.pk, ended_on__isnull=True)
    if rows.update(ended_on=by.school.today()):
        record("met.end", met, by=by)
