"""A town with a timetable: what tests of the ways to places share."""

import pytest

from kindling.travel.tests.feeds import FAR_AWAY, HARBOR_END, HILL_TOP, put_in_use
from tests.cast import make_place


def at(place, point):
    place.site.latitude, place.site.longitude = point
    place.site.save()
    return place


@pytest.fixture
def bus_town(cast):
    """The clinic is at Harbor End, the shelter at Hill Top, the farm far away."""
    at(cast.clinic, HARBOR_END)
    at(cast.shelter, HILL_TOP)
    cast.farm = at(make_place(cast.school, "Old Farm", "Farm hand"), FAR_AWAY)
    at(make_place(cast.north, "Northgate Farm", "Northgate hand"), FAR_AWAY)
    cast.feed = put_in_use(cast.as_("chen"))
    return cast
