"""What the tests of the office share."""

import pytest

from kindling.schools.models import Membership
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY

HOME = "/harbor-view/settings/"
SETTINGS = {
    "name": "Harbor View",
    "phone": "555 0111",
    "address": "1 Quay Street, Providence",
    "latitude": "41.82",
    "longitude": "-71.41",
    "timezone": "America/New_York",
    "language": "es",
    "internship_days": ["2", "0"],
    "term_target_hours": "100",
    "pursuit_days": "14",
    "pursuit_limit": "3",
}


@pytest.fixture
def admin(cast):
    """Dana is administrator too."""
    return Membership.objects.create(
        school=cast.school, person=cast.dana, role=Role.ADMINISTRATOR, since_on=FIRST_DAY
    )
