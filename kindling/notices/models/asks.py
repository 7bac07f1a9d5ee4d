"""How often a human was asked for something in a month, over all schools of a network."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import Network


class AskCount(models.Model):
    """Asks that went to one contact in one month. The contact itself is not in it."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    contact_hash = models.CharField(max_length=64)  # keyed: nobody finds out by trying addresses
    month_on = models.DateField()  # the first of the month
    asks = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "contact_hash", "month_on"], name="one_ask_count_per_month"
            ),
        ]
