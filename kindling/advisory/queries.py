"""Advisories as a list: how many sit in each, and who leads."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from kindling.advisory.rules import visible_advisories, visible_leads
from kindling.schools.viewer import Viewer


def advisory_rows(viewer: Viewer) -> QuerySet[Any]:
    """Current advisories by name, with `size` and, brought along, their leads."""
    seated = Count("seats", filter=Q(seats__until_on__isnull=True), distinct=True)
    rows = visible_advisories(viewer).filter(ended_on__isnull=True).annotate(size=seated)
    leads = Prefetch("advisors", visible_leads(viewer), to_attr="current_leads")
    return rows.prefetch_related(leads).order_by("name", "pk")


def led_by(advisory: Any) -> str:
    """The names of the leads that advisory_rows brought along."""
    return ", ".join(row.person.name for row in advisory.current_leads)
