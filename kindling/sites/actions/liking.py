"""What a student might like is offered, never assigned: they put a place away, and bring all back."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity, PutAway


@transaction.atomic
def put_away(opportunity: Opportunity, *, by: Viewer) -> None:
    """Do not offer this place again; twice is once."""
    student = rules.own_student(by)
    require(student is not None and opportunity.school_id == by.school.pk)
    row, made = PutAway.objects.get_or_create(
        student=student, opportunity=opportunity, defaults={"school": by.school}
    )
    if made:
        record("opportunity.put_away", row, by=by)


@transaction.atomic
def bring_back(*, by: Viewer) -> None:
    """Offer again whatever the student put away."""
    student = rules.own_student(by)
    require(student is not None)
    if PutAway.objects.filter(student=student).delete()[0] and student is not None:
        record("opportunity.bring_back", student, by=by)
