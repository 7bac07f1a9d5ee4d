"""Shadow days and interviews: said, verified, declined with a reason, taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.models import Experience, ShadowDay
from kindling.exploring.offcampus import count_off_campus
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = Experience.State


@transaction.atomic
def enter_experience(
    student: Student, *, kind: str, on: date, place: str, by: Viewer, **told: Any
) -> Experience:
    """Note a shadow day or an interview. It counts once staff verified it; theirs counts at once.

    `told` may hold who, minutes and learned. The same kind, day and place twice is one.
    """
    verifies = rules.may_verify(by, student)
    require((verifies or rules.is_own(by, student)) and student.school_id == by.school.pk)
    if on > by.school.today():
        raise Refused(_("This day has not come yet. Enter it when it is over."))
    Student.objects.select_for_update().get(pk=student.pk)  # or two taps at once make two
    same = Experience.objects.filter(student=student, kind=kind, on=on, place__iexact=place)
    found = same.exclude(state=State.TAKEN_BACK).first()
    if found is not None:
        return found
    decided = {"state": State.VERIFIED, "decided_by": by.person} if verifies else {}
    made: Experience = Experience.objects.create(
        school=by.school, student=student, kind=kind, on=on, place=place, by=by.person,
        **told, **decided,
    )  # fmt: skip
    record("experience.enter", made, by=by, kind=kind, on=str(on))
    return made


def record_experience(
    student: Student, *, kind: str, on: date, place: str, by: Viewer, **told: Any
) -> Experience:
    """Make the record of an interview or a shadow day that was held. The caller's rule has asked.

    What the student had noted by hand for the same day and place becomes that record: it counts
    once. Two interviews at one place on one day are two.
    """
    Student.objects.select_for_update().get(pk=student.pk)
    loose = Experience.objects.filter(student=student, kind=kind, on=on, place__iexact=place)
    loose = loose.filter(interview__isnull=True, shadow_day__isnull=True)
    found = loose.exclude(state=State.TAKEN_BACK).first()
    if found is not None:
        return found
    verifies = rules.may_verify(by, student)
    decided = {"state": State.VERIFIED, "decided_by": by.person} if verifies else {}
    made: Experience = Experience.objects.create(
        school=by.school, student=student, kind=kind, on=on, place=place, by=by.person,
        **told, **decided,
    )  # fmt: skip
    record("experience.enter", made, by=by, kind=kind, on=str(on))
    return made


def verify_experience(experience: Experience, *, by: Viewer) -> None:
    """It counts. Works on a declined one, too. A shadow day becomes a day present on the roll."""
    require(rules.may_verify(by, experience.student))
    with transaction.atomic():
        take_step(experience, "verify", by=by, decided_by=by.person, decided_why="")
        shadow = ShadowDay.objects.filter(experience=experience).first()
        if shadow is not None:
            count_off_campus(shadow)


def decline_experience(experience: Experience, *, why: str, by: Viewer) -> None:
    """It does not count, and why: the student reads it."""
    require(rules.may_verify(by, experience.student))
    with transaction.atomic():
        take_step(experience, "decline", by=by, decided_by=by.person, decided_why=why)


def take_back_experience(experience: Experience, *, by: Viewer) -> None:
    """The student made a mistake; nobody has decided yet."""
    require(rules.is_own(by, experience.student))
    if ShadowDay.objects.filter(experience=experience).exists():
        raise Refused(_("This shadow day took place. Talk to your advisor if it should not count."))
    with transaction.atomic():
        take_step(experience, "take_back", by=by)
