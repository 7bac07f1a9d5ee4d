"""Ready to call: what a school may ask before a student asks for a place."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from kindling.exploring.models import ExploringChoice, Rehearsal
from kindling.people.models import Student
from kindling.placements.before import check_before
from kindling.schools.models import School

HOLDS = timedelta(days=365)  # once a year is enough


def not_ready(student: Student, school: School) -> str:
    """Return what the student has to do first, or "". One statement."""
    since = school.today() - HOLDS
    ready = Rehearsal.objects.filter(
        student=student.pk, state=Rehearsal.State.READY, ready_on__gt=since
    )
    wanted = ExploringChoice.objects.filter(school=school, needs_rehearsal=True)
    if not wanted.filter(~Exists(ready.filter(school=OuterRef("school")))).exists():
        return ""
    return _(
        "Practise your first call, letter or visit first, under Exploring, and let your advisor "
        "mark you ready. Then ask for this place."
    )


def register() -> None:
    """Called once, when the app is ready."""
    check_before(not_ready)
