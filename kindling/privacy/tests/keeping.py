"""A school year of Luis, and Luis long gone."""

from __future__ import annotations

from datetime import date

from kindling.attendance.actions import check_in
from kindling.attendance.tests.placed import TUESDAY, make_placement
from kindling.disclosures.actions import disclose
from kindling.evidence.models import Evidence
from kindling.journals.tests.writing import wrote
from kindling.people.models import CareNote, Student
from kindling.privacy import actions
from kindling.privacy.models import Run
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.transcripts.tests.certifying import certified

LONG_AGO = date(2018, 6, 20)  # eight years before the day of every test
LATELY = date(2026, 6, 18)


def a_year_of_luis(cast) -> None:
    """Certified, disclosed, wrote, went to a place, kept a piece; a care note."""
    certified(cast)
    placement = make_placement(cast.luis, cast.shelter, cast.sam)
    check_in(placement, by=cast.as_("luis"))
    wrote(cast, "luis", text="I miss my uncle.")
    keep_piece(cast, cast.luis)
    CareNote.objects.create(
        school=cast.school, student=cast.luis, text="Peanuts", allowed_by=cast.rosa,
        since_on=TUESDAY, until_on=TUESDAY,
    )  # fmt: skip
    disclose(cast.luis, "Reed", "Transcript", "Admission", consent=cast.rosa, by=cast.as_("priya"))


def keep_piece(cast, student: Student, title: str = "A kennel") -> Evidence:
    return Evidence.objects.create(
        school=cast.school, student=student, kind="words", source="made", title=title,
        words="How I built it.", on=TUESDAY, at=cast.school.now(), by=student.person, state="kept",
    )  # fmt: skip


def gone(student: Student, left_on: date = LONG_AGO) -> Student:
    """They left on that day; what they were ended, and their alum's hat is open."""
    student.state, student.left_on = Student.State.GRADUATED, left_on
    student.save()
    hats = Membership.objects.filter(person=student.person)
    hats.update(since_on=date(2010, 1, 1), until_on=left_on)
    Membership.objects.create(
        school=student.school, person=student.person, role=Role.ALUM, since_on=left_on
    )
    return student


def counted(cast) -> Run:
    """Priya counts."""
    return Run.objects.get(pk=actions.start_run(by=cast.as_("priya")).pk)


def destroyed(cast) -> Run:
    """Priya counts and destroys."""
    run = counted(cast)
    actions.carry_out_run(run, by=cast.as_("priya"))
    return Run.objects.get(pk=run.pk)
