"""A shadow day counts as a day present: off campus, with the school's knowledge."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from kindling.exploring.models import ShadowDay
from kindling.roll.actions import mark_student
from kindling.roll.codes import OUT
from kindling.roll.frame import frame_of
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


def count_off_campus(shadow: ShadowDay) -> None:
    """Mark the student present on the roll of that day; what stood there before is kept.

    Only on a day of school. The same again does nothing.
    """
    if not is_school_day(shadow.school, shadow.on):
        return
    why = _("Shadow day at %(place)s") % {"place": shadow.opportunity.site.name}
    system = Viewer.system(shadow.school)
    mark_student(shadow.student, shadow.on, OUT, why=why[:500], by=system)


def is_school_day(school: School, on: date) -> bool:
    """Say whether a roll is taken on that day. One statement."""
    return frame_of(school, on).closed is None
