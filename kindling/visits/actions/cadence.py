"""How often: said by the school, or for one internship; and the clock that works out what is due."""

from __future__ import annotations

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.placements.models import Placement
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.visits import rules
from kindling.visits.models import VisitPolicy
from kindling.visits.working_out import cadence_of, work_out


@transaction.atomic
def set_policy(*, every_days: int, at_least: int, every_hours: int, by: Viewer) -> None:
    """Say how often; what is due is worked out anew for everybody."""
    require(rules.may_set_policy(by))
    policy, _made = VisitPolicy.objects.get_or_create(school=by.school)
    facts = {"every_days": every_days, "at_least": at_least, "every_hours": every_hours}
    was = {name: getattr(policy, name) for name in facts}
    VisitPolicy.objects.filter(pk=policy.pk).update(**facts)
    record("visit_policy.set", policy, by=by, was=was, now=facts)
    work_out(by.school)


@transaction.atomic
def visit_often(placement: Placement, *, is_often: bool, by: Viewer) -> None:
    """Go there twice as often from now on, or as usual again."""
    require(rules.may_visit(by, placement))
    cadence = cadence_of(placement)
    cadence.is_often = is_often
    cadence.save(update_fields=["is_often"])
    record("placement.visit_often", placement, by=by, is_often=is_often)
    work_out(by.school, placement)


@every(hours=1)
def work_out_cadences() -> None:
    """New internships get their row, hours and incidents count."""
    running = Placement.objects.filter(state__in=rules.VISITED).values("school")
    for school in School.objects.filter(pk__in=running):
        with transaction.atomic():
            work_out(school)
