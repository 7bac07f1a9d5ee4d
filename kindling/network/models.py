"""Who works for a network, and what a school shows it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.accounts.models import User
from kindling.kit.ids import new_public_id
from kindling.schools.models import Network, SchoolOwned


class NetworkRole(models.TextChoices):
    """What somebody is for a whole network. No role of a network opens a school."""

    COACH = "coach", _("Network coach")
    ADMINISTRATOR = "administrator", _("Network administrator")


class NetworkHat(models.Model):
    """This user works for the network, from one day until another. No school need know them."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="hats")
    user = models.ForeignKey(User, models.CASCADE, related_name="network_hats")
    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    role = models.CharField(max_length=20, choices=NetworkRole)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "user", "role"],
                condition=Q(until_on__isnull=True),
                name="one_open_network_hat",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="network_hat_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {NetworkRole(self.role).label}"


class Sharing(SchoolOwned):
    """A school shows its network the sums of its year, from one day until another.

    What cannot be read from the sums of months is counted by the clock and kept here. Nothing in
    it tells of a student; when the sharing ends, the numbers go.
    """

    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts
    year_from = models.DateField(null=True)  # the first of the month in which the year began
    students = models.PositiveIntegerField(default=0)
    often = models.PositiveIntegerField(default=0)  # students away too often this year
    waiting_month = models.PositiveIntegerField(default=0)  # minutes that nobody confirmed yet
    waiting_year = models.PositiveIntegerField(default=0)
    silent_from = models.DateField(null=True)  # the first of three school days without a word
    counted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school"], condition=Q(until_on__isnull=True), name="one_open_sharing"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="sharing_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school} · {self.since_on}"

    COUNTED: ClassVar[dict[str, int | date | None]] = {
        "year_from": None, "students": 0, "often": 0, "waiting_month": 0, "waiting_year": 0,
        "silent_from": None, "counted_at": None,
    }  # fmt: skip
