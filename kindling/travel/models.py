"""A school's timetable, and the places from which its students start as the school names them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned


class Feed(SchoolOwned):
    """A GTFS file that somebody handed in, from then until another takes its place."""

    class State(models.TextChoices):
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Ready to look at")
        REFUSED = "refused", _("Cannot be used")
        LIVE = "live", _("In use")
        REPLACED = "replaced", _("Replaced by another")
        REMOVED = "removed", _("Taken away")
        DISCARDED = "discarded", _("Thrown away")

    STEPS: ClassVar = {
        "check": Step((State.CHECKING,), State.CHECKED),
        "refuse": Step((State.CHECKING,), State.REFUSED),
        "use": Step((State.CHECKED,), State.LIVE),
        "replace": Step((State.LIVE,), State.REPLACED),
        "remove": Step((State.LIVE,), State.REMOVED),
        "discard": Step((State.CHECKING, State.CHECKED, State.REFUSED), State.DISCARDED),
    }

    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.CHECKING)
    agency = models.CharField(max_length=200, default="", blank=True)
    starts_on = models.DateField(null=True)  # the days on which anything runs
    ends_on = models.DateField(null=True)
    dates = models.JSONField(default=list)  # from which date each weekday is taken
    counts = models.JSONField(default=dict)  # stops, trips, hops
    findings = models.JSONField(default=dict)  # reading.findings.Findings
    progress = models.PositiveSmallIntegerField(default=0)  # per cent
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school"], condition=Q(state="live"), name="one_timetable_in_use"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "created_at"])]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return url("travel:feed", self.public_id)

    def total_of(self, shelf: str) -> int:
        """How many findings of this kind there are; fewer are kept."""
        return int(self.findings.get("totals", {}).get(shelf, 0))

    def found(self, shelf: str) -> list[dict[str, Any]]:
        shown: list[dict[str, Any]] = self.findings.get(shelf, [])
        return shown


class FeedFile(SchoolOwned):
    """The file itself, kept only until it has been checked."""

    feed = models.OneToOneField(Feed, models.CASCADE, related_name="file")
    content = models.BinaryField()


class PackedTimetable(SchoolOwned):
    """What is kept of a feed: one packed timetable.Timetable."""

    feed = models.OneToOneField(Feed, models.CASCADE, related_name="timetable")
    content = models.BinaryField()


class Start(SchoolOwned):
    """A ZIP code or a part of town from which students set out. The school names it; no student."""

    name = models.CharField(max_length=60)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "name"], name="one_start_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class StreetMap(SchoolOwned):
    """The school's own map of its streets: one file of vector tiles (PMTiles), in the storage."""

    file = models.CharField(max_length=200)  # its name in the storage
    digest = models.CharField(max_length=64)  # of its bytes; its address
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()  # bytes
    south = models.FloatField()
    west = models.FloatField()
    north = models.FloatField()
    east = models.FloatField()
    min_zoom = models.PositiveSmallIntegerField()
    max_zoom = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_street_map_per_school"),
        ]

    def __str__(self) -> str:
        return self.file_name
