"""What stops a shadow day: papers that are missing, as `clearance` says them."""

from __future__ import annotations

from kindling.clearance.queries import refusal
from kindling.exploring.models import ShadowDay
from kindling.schools.models import School


def what_stops(shadow: ShadowDay, school: School) -> str:
    """Return why the day can't take place yet and who has it in hand, in one sentence, or "".

    A school that asks for no papers costs no statement.
    """
    student, place = shadow.student, shadow.opportunity
    return refusal(student, place, "shadow", shadow.on, school=school, mentor=shadow.host)
