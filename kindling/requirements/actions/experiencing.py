"""Shadow days and interviews: said, verified, declined with a reason, taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.requirements import rules
from kindling.requirements.models import Experience
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


def verify_experience(experience: Experience, *, by: Viewer) -> None:
    """It counts. Works on a declined one, too."""
    require(rules.may_verify(by, experience.student))
    with transaction.atomic():
        take_step(experience, "verify", by=by, decided_by=by.person, decided_why="")


def decline_experience(experience: Experience, *, why: str, by: Viewer) -> None:
    """It does not count, and why: the student reads it."""
    require(rules.may_verify(by, experience.student))
    with transaction.atomic():
        take_step(experience, "decline", by=by, decided_by=by.person, decided_why=why)


def take_back_experience(experience: Experience, *, by: Viewer) -> None:
    """The student made a mistake; nobody has decided yet."""
    require(rules.is_own(by, experience.student))
    with transaction.atomic():
        take_step(experience, "take_back", by=by)
