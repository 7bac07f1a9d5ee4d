"""How far a place is from school. Only the school and the workplace have a position, no student."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from kindling.schools.models import School
from kindling.sites.models import Site

EARTH = 6371.0  # km
PACE = 20.0  # km/h in a straight line: a bus in town, with the walk to it


def minutes_from_school(school: School, site: Site) -> int | None:
    """Return about how many minutes it takes, in a straight line; None without both positions."""
    if None in (school.latitude, school.longitude, site.latitude, site.longitude):
        return None
    here = radians(school.latitude or 0), radians(school.longitude or 0)
    there = radians(site.latitude or 0), radians(site.longitude or 0)
    half = sin((there[0] - here[0]) / 2) ** 2
    half += cos(here[0]) * cos(there[0]) * sin((there[1] - here[1]) / 2) ** 2
    return max(1, round(2 * EARTH * asin(sqrt(min(half, 1))) / PACE * 60))
