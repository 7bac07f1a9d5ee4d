"""The orientation: what was read, and the name under it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.schools.models import Person, SchoolOwned


class ChapterRead(SchoolOwned):
    """A chapter of one version that somebody has read; so they go on where they were."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="chapters")
    version = models.PositiveSmallIntegerField()
    chapter = models.CharField(max_length=20)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "version", "chapter"], name="one_read_chapter"
            ),
        ]


class Orientation(SchoolOwned):
    """Somebody put their name under all of it. Written once for a version of the words."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="orientations")
    version = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)  # as they wrote it
    language = models.CharField(max_length=10)  # in which they read it
    stamp = models.CharField(max_length=64)  # of the words as they were shown
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "version"], name="one_orientation_a_version"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "person"])]
