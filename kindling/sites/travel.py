"""How far a place is from school. Only the school and the workplace have a position, no student."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.schools.models import School
from kindling.sites.models import Commute, Opportunity, Site
from kindling.travel.walking import Point, metres

PACE = 20.0  # km/h in a straight line: a bus in town, with the walk to it


def commute_of(school: School, place: Opportunity) -> Commute | None:
    """The way by the timetable; None without one, or until it is worked out.

    Costs nothing for places fetched with `for_list()`.
    """
    if school.timetable_until is None:
        return None
    return getattr(place, "commute", None)


def minutes_to(school: School, place: Opportunity) -> int | None:
    """Return the minutes from school by the timetable, without one in a straight line.

    None where they are not known, or nothing goes there.
    """
    if school.timetable_until is None:
        return minutes_from_school(school, place.site)
    commute = commute_of(school, place)
    return commute.minutes if commute else None


def no_way() -> str:
    """What "needs a car" means, in a sentence."""
    return _(
        "Within two hours nothing goes there and back by bus or train and on foot at these hours."
    )


def minutes_from_school(school: School, site: Site) -> int | None:
    """Return about how many minutes it takes, in a straight line; None without both positions."""
    if None in (school.latitude, school.longitude, site.latitude, site.longitude):
        return None
    here = (school.latitude or 0.0, school.longitude or 0.0)
    return straight_minutes(here, (site.latitude or 0.0, site.longitude or 0.0))


def straight_minutes(one: Point, other: Point) -> int:
    """Return about how many minutes it takes between two points, in a straight line."""
    return max(1, round(metres(one, other) / 1000 / PACE * 60))
