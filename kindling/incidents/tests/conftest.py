from __future__ import annotations

import pytest

from kindling.incidents.tests.worried import placed, worry_of


@pytest.fixture
def placement(cast):
    return placed(cast)


@pytest.fixture
def worry(cast, placement):
    return worry_of(cast, placement=placement)
