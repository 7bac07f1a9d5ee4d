"""Who hosts students: organisation, site, its code and closed days, and the mentors there."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kindling.kit.addresses import url
from kindling.kit.tokens import new_token
from kindling.schools.models import Person, SchoolOwned


class Organisation(SchoolOwned):
    """A business, agency, studio or person that hosts students, at one or more sites."""

    name = models.CharField(max_length=200)
    website = models.URLField(default="", blank=True)
    notes = models.TextField(default="", blank=True)  # for staff
    # It was the same as that one: it stays as a row that nobody lists (models/memory.py, Merge).
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "name"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("sites:organisation", self.public_id)

    @property
    def standing(self) -> Organisation:
        """Itself, or the one that has all that was its own since it was merged."""
        row = self
        while row.merged_into is not None:
            row = row.merged_into
        return row


class Site(SchoolOwned):
    """One address of an organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="sites")
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=300, default="", blank=True)
    city = models.CharField(max_length=100, default="", blank=True)
    postal_code = models.CharField(max_length=20, default="", blank=True)
    latitude = models.FloatField(null=True, blank=True)  # of a workplace, never of a student
    longitude = models.FloatField(null=True, blank=True)
    near_metres = models.PositiveSmallIntegerField(
        default=150
    )  # so far from there is "at the site"
    phone = models.CharField(max_length=40, default="", blank=True)
    languages = models.CharField(max_length=200, default="", blank=True)  # spoken there
    access = models.CharField(max_length=300, default="", blank=True)  # steps, lift, quiet room
    entrance = models.CharField(max_length=300, default="", blank=True)  # for who comes in a hurry
    hospital = models.CharField(
        max_length=300, default="", blank=True
    )  # the nearest, and its phone
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    # The last days of what its Quiet rows say, and those of all its mentors: lists read them here.
    rests_until = models.DateField(null=True, blank=True)
    shut_until = models.DateField(null=True, blank=True)  # do not contact; no reason is kept here

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "name"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return url("sites:site", self.public_id)

    @property
    def standing(self) -> Site:
        """Itself, or the one that has all that was its own since it was merged."""
        row = self
        while row.merged_into is not None:
            row = row.merged_into
        return row

    def is_shut_on(self, day: date) -> bool:
        return self.shut_until is not None and self.shut_until >= day

    def is_resting_on(self, day: date) -> bool:
        return self.rests_until is not None and self.rests_until >= day

    def is_quiet_on(self, day: date) -> bool:
        """Nobody new goes there on that day; who learns there stays."""
        return self.is_shut_on(day) or self.is_resting_on(day)


class SiteCode(SchoolOwned):
    """The secret from which a site's codes follow (codes.py). A new one ends every old code."""

    site = models.OneToOneField(Site, models.CASCADE, related_name="code")
    secret = models.CharField(max_length=64, default=new_token, editable=False)
    renewed_at = models.DateTimeField()


class SiteClosure(SchoolOwned):
    """The site receives nobody from one day to another, both counted; the school may be open."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="closures")
    label = models.CharField(max_length=120)  # students, families and mentors read it
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="site_closure_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "starts_on"])]

    def __str__(self) -> str:
        return self.label


class SiteMentor(SchoolOwned):
    """This adult guides interns at this site; one of them leads. A mentor may move."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="mentors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="mentor_sites")
    title = models.CharField(max_length=120, default="", blank=True)
    is_lead = models.BooleanField(default=False)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["site", "person"],
                condition=Q(until_on__isnull=True),
                name="one_open_mentor_row",
            ),
            models.UniqueConstraint(
                fields=["site"],
                condition=Q(until_on__isnull=True, is_lead=True),
                name="one_lead_mentor_per_site",
            ),
        ]
