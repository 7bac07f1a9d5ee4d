"""Places as the timetable is asked about them."""

from __future__ import annotations

from datetime import time

from kindling.sites.models import Opportunity
from kindling.travel.ways import Place


def place_of(place: Opportunity) -> Place:
    """Expects a position and hours."""
    site = place.site
    at = (site.latitude or 0.0, site.longitude or 0.0)
    starts, ends = place.starts_at or time(9), place.ends_at or time(15)
    return Place(at, tuple(place.weekdays), starts, ends)
