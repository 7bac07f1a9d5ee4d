"""Policies and pursuits that several tests begin with."""

from __future__ import annotations

import pytest

from kindling.placements.actions import (
    change_policy,
)
from kindling.placements.tests.factories import make_pursuit
from kindling.placements.tests.turns import ADVISOR, COORDINATOR, FAMILY, MENTOR


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
