"""What the tests of the office share."""

import pytest

from kindling.schools.models import Membership
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY


@pytest.fixture
def admin(cast):
    """Dana is administrator too."""
    return Membership.objects.create(
        school=cast.school, person=cast.dana, role=Role.ADMINISTRATOR, since_on=FIRST_DAY
    )
