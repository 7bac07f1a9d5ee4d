"""Somebody who stands in for an advisor, from one day until another."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kindling.advisory.models.advisory import Advisory
from kindling.kit.addresses import url
from kindling.schools.models import Membership, Person, SchoolOwned


class Substitute(SchoolOwned):
    """Access for some days. It ends by itself: every row that gives it has its last day."""

    advisory = models.ForeignKey(Advisory, models.PROTECT, related_name="substitutes")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since_on = models.DateField()
    until_on = models.DateField()  # the last day counts
    named_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    hat = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)  # taken back before its last day
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("since_on")), name="substitute_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["advisory", "until_on"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.advisory}"

    def get_absolute_url(self) -> str:
        return url("advisory:detail", self.advisory.public_id)
