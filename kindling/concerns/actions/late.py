"""What was not answered by its day goes up, by the clock, and again every day."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from kindling.chores.clockwork import every
from kindling.concerns import rules
from kindling.concerns.actions.letters import write_staff
from kindling.concerns.models import FamilyConcern
from kindling.history.steps import record
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@every(minutes=60)
def mind_concerns() -> None:
    """Look at each school where something is open. Missed runs are caught up once."""
    waiting = FamilyConcern.objects.filter(state__in=FamilyConcern.OPEN)
    for school in School.objects.filter(pk__in=waiting.values("school")):
        with inside(school):
            go_up_when_late(by=Viewer.system(school))


def go_up_when_late(*, by: Viewer) -> int:
    """Tell the keeper and the principal of what is late today; return how many."""
    today = by.school.today()
    late = FamilyConcern.objects.filter(
        Q(late_on__isnull=True) | Q(late_on__lt=today), school=by.school,
        state__in=FamilyConcern.OPEN, due_on__lt=today,
    )  # fmt: skip
    return sum(go_up(one, by=by) for one in late.select_related("keeper", "student", "person"))


@transaction.atomic
def go_up(concern: FamilyConcern, *, by: Viewer) -> bool:
    """Where the principal is meant, or is who does not answer, somebody nudges without reading."""
    today = by.school.today()
    mine = FamilyConcern.objects.filter(
        Q(late_on__isnull=True) | Q(late_on__lt=today), pk=concern.pk
    )
    if not mine.update(late_on=today):
        return False
    record("familyconcern.late", concern, by=by)
    above = rules.answers_for(
        by, concern.student, concern.person, above=True, but=concern.keeper_id
    )
    with inside(by.school):
        page, everything = concern.get_absolute_url(), reverse("concerns:concerns")
    reads = [one for one in above if Viewer.of_person(one).is_a(Role.PRINCIPAL)]
    write_staff([concern.keeper, *reads], "late", page, by=by)
    write_staff([one for one in above if one not in reads], "nudge", everything, by=by)
    return True
