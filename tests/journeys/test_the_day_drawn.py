"""A day on an advisor's Today is drawn as long as it is planned."""

from __future__ import annotations

import pytest

from kindling.attendance.tests.placed import make_placement
from kindling.ui.ribbon import WIDTH

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHARE = """plan => plan.getBoundingClientRect().width
    / plan.ownerSVGElement.getBoundingClientRect().width"""


def test_a_plan_is_as_wide_as_its_hours(cast, desk, sign_in):
    make_placement(cast.luis, cast.shelter, cast.sam)

    sign_in(desk, cast.ana).goto("/harbor-view/")

    plan = desk.locator(".ribbon .plan").first
    assert plan.evaluate(SHARE) == pytest.approx(
        float(plan.get_attribute("width")) / WIDTH, abs=0.01
    )
