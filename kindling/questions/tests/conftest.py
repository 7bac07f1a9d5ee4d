from __future__ import annotations

import pytest

from kindling.attendance.tests.placed import make_placement


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)
