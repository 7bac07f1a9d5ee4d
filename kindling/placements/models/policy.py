"""What a school says about going after places: how many at once, who is next, who is asked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned


class Order(models.TextChoices):
    """Who is next in a queue."""

    LONGEST = "longest", _("Who has waited longest without an internship")
    FIRST = "first", _("Who joined the queue first")


class PursuitPolicy(SchoolOwned):
    """One row for a school; without it, what stands here as default."""

    # How many students go after places at one site at once; empty: as many as there are seats.
    site_limit = models.PositiveSmallIntegerField(null=True, blank=True)
    order = models.CharField(max_length=10, choices=Order, default=Order.LONGEST)
    offer_days = models.PositiveSmallIntegerField(default=2)  # school days to say yes to a seat
    stuck_days = models.PositiveSmallIntegerField(default=7)  # without a try: lend a hand
    # Roles in the order in which they are asked. Empty: the coordinator; advisor or coordinator.
    pursue_chain = models.JSONField(default=list, blank=True)
    start_chain = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_pursuit_policy_per_school"),
            models.CheckConstraint(condition=Q(offer_days__gte=1), name="an_offer_lasts_a_day"),
        ]


class PursuitLimit(SchoolOwned):
    """How many places one student may go after at once, and why. The newest counts; all stay."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="pursuit_limits")
    most = models.PositiveSmallIntegerField(null=True)  # empty: as the school has it
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-at"])]
