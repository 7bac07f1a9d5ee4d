"""Surveys open and close by the clock."""

from __future__ import annotations

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import take_step
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.surveys.models import Survey


@every(hours=1)
def mind_every_school() -> None:
    """Each school by its own day."""
    for school in School.objects.filter(set_up_at__isnull=False).order_by("pk"):
        mind_surveys(by=Viewer.system(school))


@transaction.atomic
def mind_surveys(*, by: Viewer) -> None:
    """Open what begins today, close what ended yesterday."""
    today, rows = by.school.today(), Survey.objects.filter(school=by.school).order_by("pk")
    for one in rows.filter(state=Survey.State.ANNOUNCED, opens_on__lte=today):
        take_step(one, "open", by=by)
    for one in rows.filter(state=Survey.State.OPEN, closes_on__lt=today):
        take_step(one, "close", by=by)
