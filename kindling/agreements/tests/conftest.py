"""A template with four parties in two languages, and an agreement of it."""

from __future__ import annotations

import pytest

from kindling.agreements.models import Agreement, Template
from kindling.agreements.tests.signing import make_agreement, make_template


@pytest.fixture
def template(cast) -> Template:
    return make_template(cast.as_("chen"))


@pytest.fixture
def agreement(cast, template) -> Agreement:
    return make_agreement(cast, template)
