"""Policies and pursuits that several tests begin with."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.placements.actions import change_policy
from kindling.placements.tests.factories import make_pursuit
from kindling.placements.tests.turns import ADVISOR, COORDINATOR, FAMILY, MENTOR
from kindling.sites.models import Site, SiteMentor
from tests.cast import make_place


@pytest.fixture
def all_four(cast):
    """Advisor, family, mentor, coordinator, in this order."""
    change_policy(pursue_chain=[ADVISOR, FAMILY, MENTOR, COORDINATOR], by=cast.as_("chen"))


@pytest.fixture
def family_first(cast):
    """The family, then the coordinator."""
    change_policy(pursue_chain=[FAMILY, COORDINATOR], by=cast.as_("chen"))


@pytest.fixture
def taken(cast):
    """Maya goes after the one seat at the shelter."""
    return make_pursuit(cast, cast.maya, cast.shelter)


@pytest.fixture
def twin(cast):
    """The clinic once more, with a place, a mentor and what hangs on a site."""
    place = make_place(cast.school, "Bayside Animal Clinc", "Front desk")
    Site.objects.filter(pk=place.site_id).update(phone="", languages="Spanish", entrance="Back")
    SiteMentor.objects.create(
        school=cast.school, site=place.site, person=cast.sam, is_lead=True,
        since_on=date(2026, 9, 1),
    )  # fmt: skip
    place.site.refresh_from_db()
    return place.site
