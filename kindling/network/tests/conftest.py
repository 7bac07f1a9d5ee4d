import pytest

from kindling.attendance.tests.placed import make_placement


@pytest.fixture
def placement(cast):
    """Jordan at the clinic."""
    return make_placement(cast.jordan, cast.clinic, cast.sam)
