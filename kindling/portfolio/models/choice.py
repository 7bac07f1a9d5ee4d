"""What a school chooses about pages that are shown outside."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import SchoolOwned


class PortfolioChoice(SchoolOwned):
    """Whether students under 18 may show their surname, and how to reach them."""

    minors_show_names = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_portfolio_choice"),
        ]
