"""A plan as it was proposed, and the names under it. Written once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.plans.models.plans import Party, Plan
from kindling.schools.models import Person, SchoolOwned


class Version(SchoolOwned):
    """The words of a plan under their SHA-256. Only its state ever moves."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("To be signed")
        IN_FORCE = "in_force", _("Signed by everybody")
        REPLACED = "replaced", _("Replaced by a later one")
        WITHDRAWN = "withdrawn", _("Taken back")
        RETURNED = "returned", _("Sent back")

    STEPS: ClassVar = {
        "come_into_force": Step((State.PROPOSED,), State.IN_FORCE),
        "replace": Step((State.IN_FORCE,), State.REPLACED),
        "withdraw": Step((State.PROPOSED,), State.WITHDRAWN),
        "return": Step((State.PROPOSED,), State.RETURNED),
    }

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)  # its address: SHA-256 of the content
    reason = models.TextField(max_length=1000, default="", blank=True)  # why it is another
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)  # in force, taken back or sent back
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    settled_why = models.TextField(max_length=1000, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_plan_version_per_number"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state="proposed"),
                name="one_proposed_version_per_plan",
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state="in_force"),
                name="one_version_in_force_per_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} · {self.number}"

    def get_absolute_url(self) -> str:
        return url("plans:version", self.public_id)


class Signer(SchoolOwned):
    """Who signs a version for one party, and whether they have."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Has to sign")
        SIGNED = "signed", _("Signed")
        RETURNED = "returned", _("Wants a change")

    version = models.ForeignKey(Version, models.PROTECT, related_name="signers")
    party = models.CharField(max_length=8, choices=Party)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField(null=True)  # the last letter to them
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "party"], name="one_plan_signer_per_party"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "created_at"]),
            models.Index(fields=["person", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {Party(self.party).label}"


class Signature(SchoolOwned):
    """Somebody put their name under these words. Never changed."""

    TELLS_WHAT_WAS: ClassVar = True  # a merge of two entries rewrites none (sites.references)

    class Way(models.TextChoices):
        PAGE = "page", _("Signed in")
        LINK = "link", _("From a link")
        ROOM = "room", _("In the room")

    signer = models.OneToOneField(Signer, models.PROTECT, related_name="signature")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)  # as they typed it
    way = models.CharField(max_length=4, choices=Way)
    beside = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # in the room
    content_hash = models.CharField(max_length=64)  # of the whole version
    seen_hash = models.CharField(max_length=64)  # of what they read: a mentor reads a part
    language = models.CharField(max_length=10)  # of the page around the words
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
