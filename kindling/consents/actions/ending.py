"""What has run out ends by the clock. `holds` counts days by itself and waits for no clock."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.consents.models import Consent
from kindling.history.steps import record_many
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

MOST = 500


@every(hours=6)
def end_what_ran_out() -> None:
    """Every school by its own day."""
    for school in School.objects.filter(set_up_at__isnull=False).order_by("pk"):
        expire_consents(by=Viewer.system(school))


@transaction.atomic
def expire_consents(*, by: Viewer) -> int:
    """Write that yeses have run out; return how many. What is not done now is done next time."""
    over = by.school.today() - timedelta(days=1)
    rows = Consent.objects.filter(
        school=by.school, state=Consent.State.GIVEN, until_on__lte=over
    ).order_by("pk")
    found = list(rows.select_for_update()[:MOST])
    Consent.objects.filter(pk__in=[one.pk for one in found]).update(state=Consent.State.EXPIRED)
    record_many("consent.expire", found, by=by)
    return len(found)
