"""Proofs that run out: insurance, who covers accidents."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Organisation, Site


class Certificate(SchoolOwned):
    """A paper that says who is covered until when. Without organisation it is the school's own."""

    class Kind(models.TextChoices):
        LIABILITY = "liability", _("Liability insurance")
        WORKERS = "workers", _("Workers’ compensation")
        VEHICLE = "vehicle", _("Vehicle insurance")
        OTHER = "other", _("Something else")

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="certificates"
    )
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="certificates")
    kind = models.CharField(max_length=10, choices=Kind)
    insurer = models.CharField(max_length=200, default="", blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day counts
    file = models.CharField(max_length=200)  # its name in the storage
    sha256 = models.CharField(max_length=64)
    type = models.CharField(max_length=20)  # told by its bytes
    size = models.PositiveIntegerField()
    brought_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    warned_on = models.DateField(null=True)  # so that the clock warns once

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="certificate_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(site__isnull=True) | Q(organisation__isnull=False),
                name="certificate_of_a_site_names_its_organisation",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "ends_on"]),
            models.Index(fields=["organisation", "kind", "ends_on"]),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def get_absolute_url(self) -> str:
        return url("agreements:certificate", self.public_id)

    @property
    def owner(self) -> str:
        """Whose it is, in a word."""
        if self.site:
            return self.site.name
        return self.organisation.name if self.organisation else self.school.name

    def holds_on(self, day: date) -> bool:
        return self.withdrawn_at is None and self.starts_on <= day <= self.ends_on
