"""What schools of one network let each other see, and how one asks before it calls.

Each row belongs to one school, which alone writes it: the question to the school that asks, the
answer to the school that is asked.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Site


class SharedSite(SchoolOwned):
    """Other schools of the network see that this site is there, and what it offers."""

    site = models.OneToOneField(Site, models.CASCADE, related_name="sharing")
    is_shared = models.BooleanField(default=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "is_shared"])]

    def __str__(self) -> str:
        return str(self.site)

    def is_seen_on(self, day: date) -> bool:
        """Others see it: it is shared, still an entry of its own, and not left in peace."""
        gone = self.site.merged_into_id is not None or self.site.is_quiet_on(day)
        return self.is_shared and not gone


class Introduction(SchoolOwned):
    """This school asks the other one before it gets in touch with a site of theirs."""

    class Standing(models.TextChoices):
        WAITING = "waiting", _("Waiting for an answer")
        YES = "yes", _("You may get in touch")
        NO = "no", _("Not now")
        TAKEN = "taken", _("Taken over")
        EXPIRED = "expired", _("Nobody answered in time")
        WITHDRAWN = "withdrawn", _("Taken back")
        ENDED = "ended", _("No longer shared")

    shared = models.ForeignKey(SharedSite, models.PROTECT, related_name="introductions")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField(max_length=1000)
    asked_on = models.DateField()
    until_on = models.DateField()  # the last day on which an answer counts
    is_live = models.BooleanField(default=True)  # one at a time for each site
    withdrawn_on = models.DateField(null=True, blank=True)
    site = models.ForeignKey(Site, models.SET_NULL, null=True, related_name="taken_over")  # our own
    taken_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "shared"],
                condition=models.Q(is_live=True),
                name="one_live_introduction",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "asked_on"])]

    def __str__(self) -> str:
        return str(self.shared)

    def standing(self, today: date) -> Introduction.Standing:
        """Where it stands. Needs `shared.site` and `answer` in hand."""
        answer = getattr(self, "answer", None)
        if self.taken_on:
            return self.Standing.TAKEN
        if self.withdrawn_on:
            return self.Standing.WITHDRAWN
        if answer is not None and not answer.is_yes:
            return self.Standing.NO
        if not self.shared.is_seen_on(today):
            return self.Standing.ENDED
        if answer is not None:
            return self.Standing.YES
        return self.Standing.EXPIRED if self.until_on < today else self.Standing.WAITING


class IntroductionAnswer(SchoolOwned):
    """What the school that knows the site says. One answer, never changed."""

    introduction = models.OneToOneField(Introduction, models.CASCADE, related_name="answer")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    words = models.TextField(max_length=1000, default="", blank=True)
    on = models.DateField()
