"""I'm here and I'm leaving, said at the tablet by a student whose code was right."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.attendance.actions import check_in, check_out
from kindling.attendance.how import How
from kindling.attendance.models import Method
from kindling.history.steps import record
from kindling.kiosk.standing import GO, LEAVE, Standing, standing_of
from kindling.kit.http import Refused
from kindling.passes.models import Pass
from kindling.people.models import Student
from kindling.roll.actions import mark_student
from kindling.roll.models import Mark
from kindling.schools.viewer import Viewer

BY_KIOSK = How(Method.KIOSK)


@transaction.atomic
def come(student: Student, held: Pass, *, by: Viewer) -> str:
    """Check in to the internship, or be on the roll of the school day; return a sentence.

    `by` is the student, known by their code. Raises Refused where there is nothing to say.
    """
    standing = standing_of(student, by)
    if standing.step != GO:
        raise Refused(standing.sentence or _("You are here already."))
    if standing.turn:
        check_in(standing.turn.placement, how=BY_KIOSK, by=by)
    else:
        _put_on_roll(student, standing, by)
    record("kiosk.come", student, by=by, kiosk=held.public_id)
    if standing.minutes:
        return _("Welcome, %(name)s. You are %(minutes)s minutes late.") % {
            "name": student.first, "minutes": standing.minutes,
        }  # fmt: skip
    return _("Welcome, %(name)s.") % {"name": student.first}


@transaction.atomic
def leave(student: Student, held: Pass, *, by: Viewer) -> str:
    """Check out of the internship; return a sentence."""
    standing = standing_of(student, by)
    if standing.step != LEAVE or standing.turn is None or standing.turn.day is None:
        raise Refused(standing.sentence or _("Tap “I’m here” first."))
    check_out(standing.turn.day, how=BY_KIOSK, by=by)
    record("kiosk.leave", student, by=by, kiosk=held.public_id)
    return _("Goodbye, %(name)s.") % {"name": student.first}


def _put_on_roll(student: Student, standing: Standing, by: Viewer) -> None:
    """The tablet stands at school, so Kindling itself may say it."""
    clock = Viewer.system(by.school)
    mark_student(
        student,
        by.school.today(),
        standing.letter,
        minutes=standing.minutes,
        method=Mark.Method.KIOSK,
        by=clock,
    )
