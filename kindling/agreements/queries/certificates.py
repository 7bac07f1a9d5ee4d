"""Lists of certificates."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet

from kindling.agreements.models import Certificate
from kindling.agreements.rules import visible_certificates
from kindling.schools.viewer import Viewer

SOON = 30  # days


def certificate_list(viewer: Viewer, show: str = "") -> QuerySet[Certificate]:
    """The certificates of the school, those that end first standing first.

    show: "soon" ends within thirty days, "ended", else all that hold or will.
    """
    today = viewer.school.today()
    found = visible_certificates(viewer).filter(withdrawn_at__isnull=True)
    if show == "ended":
        return found.filter(ends_on__lt=today).order_by("-ends_on", "pk")
    found = found.filter(ends_on__gte=today)
    if show == "soon":
        found = found.filter(ends_on__lte=today + timedelta(days=SOON))
    return found.order_by("ends_on", "pk")


def tone_of_day(certificate: Certificate, today: date) -> str:
    """How it is on this day: good, warn (ends soon), alert (ended), quiet (taken out, or later)."""
    if certificate.withdrawn_at is not None or certificate.starts_on > today:
        return "quiet"
    if certificate.ends_on < today:
        return "alert"
    return "warn" if certificate.ends_on <= today + timedelta(days=SOON) else "good"
