"""What the school tells one person of a family, in words somebody chose, and what they say back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.concerns.models.concern import FamilyConcern
from kindling.concerns.models.words import Spoken, Translated
from kindling.incidents.models import Incident
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.support.models import Concern


class Telling(Translated):
    """An answer to a concern, or what staff tell of an incident or of support. Never changed.

    Whom it tells reads these words, and nothing else of what they are about.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")  # who reads it
    student = models.ForeignKey(Student, models.PROTECT, related_name="+")
    concern = models.ForeignKey(FamilyConcern, models.CASCADE, null=True, related_name="tellings")
    incident = models.ForeignKey(Incident, models.CASCADE, null=True, related_name="tellings")
    support = models.ForeignKey(Concern, models.CASCADE, null=True, related_name="tellings")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=4000)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(concern__isnull=False, incident__isnull=True, support__isnull=True)
                | Q(concern__isnull=True, incident__isnull=False, support__isnull=True)
                | Q(concern__isnull=True, incident__isnull=True, support__isnull=False),
                name="telling_is_about_one_thing",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "person", "read_at"])]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return url("concerns:telling", self.public_id)


class TellingReply(Spoken):
    """What somebody says to what they were told. Never changed."""

    class Kind(models.TextChoices):
        WORDS = "words", _("An answer to the school")
        STATEMENT = "statement", _("My own account, kept with the record")
        MEET = "meet", _("I want to talk about it")

    telling = models.ForeignKey(Telling, models.CASCADE, related_name="replies")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    tap = models.CharField(max_length=40)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "by", "tap"], name="one_reply_a_tap"),
            models.CheckConstraint(
                condition=~Q(text="") | Q(voice__isnull=False), name="reply_says_something"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["telling", "at"])]

    def __str__(self) -> str:
        return self.public_id
