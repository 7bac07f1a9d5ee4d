"""What a school remembers of those who host: the same one twice, and who is left in peace."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models.hosts import Site

FOR_EVER = date.max  # until somebody lifts it


class Kind(models.TextChoices):
    """What may stand here twice."""

    ORGANISATION = "organisation", _("Organisation")
    SITE = "site", _("Site")
    MENTOR = "mentor", _("Mentor")


class Merge(SchoolOwned):
    """Two were one: what hung on the one that is gone hangs on the one that is kept.

    Nothing is deleted. All that was changed stands here, so that it can be undone exactly.
    Public ids, as in history: `kept_id` and `gone_id` are of two rows of `kind`.
    """

    kind = models.CharField(max_length=12, choices=Kind)
    kept_id = models.CharField(max_length=14)
    gone_id = models.CharField(max_length=14)
    kept_name = models.CharField(max_length=402)
    gone_name = models.CharField(max_length=402)
    moved = models.JSONField(default=dict)  # "app.model.field" → keys of the rows that moved
    changed = models.JSONField(default=list)  # [["app.model", key, field, before, after], …]
    values = models.JSONField(default=dict)  # field of the kept one → [before, after]
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gone_id"], condition=Q(undone_at__isnull=True), name="merged_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "-at"]),
            models.Index(fields=["school", "kept_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept_name}"


class Apart(SchoolOwned):
    """Somebody looked: these two are alike and not the same. `one_id` is the smaller."""

    kind = models.CharField(max_length=12, choices=Kind)
    one_id = models.CharField(max_length=14)
    other_id = models.CharField(max_length=14)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["one_id", "other_id"], name="apart_once"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} ≠ {self.other_id}"


class Quiet(SchoolOwned):
    """A site or a mentor is left in peace: it rests until a day, or is not contacted at all."""

    class Kind(models.TextChoices):
        REST = "rest", _("Rests")
        NO_CONTACT = "no_contact", _("Do not contact")

    kind = models.CharField(max_length=10, choices=Kind)
    site = models.ForeignKey(Site, models.CASCADE, null=True, related_name="quiets")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="quiets")
    reason = models.CharField(max_length=500, default="", blank=True)  # staff read it
    since_on = models.DateField()
    until_on = models.DateField(default=FOR_EVER)  # the last day counts
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    lift_reason = models.CharField(max_length=500, default="", blank=True)
    reminded_on = models.DateField(null=True, blank=True)  # so the clock asks once

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(site__isnull=True, person__isnull=False)
                | Q(site__isnull=False, person__isnull=True),
                name="quiet_is_about_one",
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=models.F("since_on")),
                name="quiet_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "until_on"])]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def whom(self) -> Site | Person:
        """Whom it is about; a constraint says that it is one."""
        whom = self.site or self.person
        assert whom is not None  # noqa: S101
        return whom

    @property
    def is_for_ever(self) -> bool:
        return self.until_on == FOR_EVER

    def holds_on(self, day: date) -> bool:
        return self.lifted_on is None and self.since_on <= day <= self.until_on
