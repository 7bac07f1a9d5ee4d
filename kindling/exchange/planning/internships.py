"""Who would leave although something of theirs still runs."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.exchange.planning.changes import Plan, What
from kindling.exchange.reading.faults import Log
from kindling.people.models import Student
from kindling.placements.models import Placement, Pursuit
from kindling.schools.models import School


def busy_students(school: School) -> dict[int, Student]:
    """Students with a running internship or an open pursuit, by primary key. One statement."""
    running = Placement.objects.filter(school=school).running().values("student")
    pursued = Pursuit.objects.filter(school=school).open().values("student")
    busy = Student.objects.filter(Q(pk__in=running) | Q(pk__in=pursued), school=school)
    return {student.pk: student for student in busy.select_related("person")}


def leaving_busy(plan: Plan, school: School) -> list[Student]:
    """Those of them whom the plan withdraws."""
    left = {
        change.thing.pk
        for change in plan.changes
        if change.what == What.ENDED and isinstance(change.thing, Student)
    }
    return [student for pk, student in busy_students(school).items() if pk in left] if left else []


def note_internships(plan: Plan, school: School, log: Log, file: str) -> None:
    """Say before it happens that somebody's internship would end."""
    for student in leaving_busy(plan, school):
        log.at(file).note(
            "internship_ends",
            _("%(name)s leaves, so their internship and open requests end.")
            % {"name": student.name},
            _("If that is wrong, keep the student in the roster."),
            student.name,
        )
