"""Which packs a school follows, what it asks for itself, and what was handed in."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from kindling.clearance.items import ITEMS, ON_LABELS, On
from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.papers import ENDINGS
from kindling.people.models import Student
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Opportunity, Site


class ChosenPack(SchoolOwned):
    """The school follows this version of this pack. A newer one is another choice."""

    pack = models.CharField(max_length=60)  # key-version, see packs
    since_on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "pack"], name="one_choice_per_pack"),
        ]

    def __str__(self) -> str:
        return self.pack


class OwnRule(SchoolOwned):
    """What the school itself asks for, or how it changes what its packs ask.

    `item` is a known item, or "own-…" for one that only this school knows.
    """

    item = models.CharField(max_length=40)
    label = models.CharField(max_length=120, default="", blank=True)  # of an item of its own
    says = models.CharField(max_length=500, default="", blank=True)
    on = models.CharField(max_length=10, default=On.PAIR)
    holder = models.CharField(max_length=12, default="coordinator")
    stages = models.JSONField(default=list)
    under = models.PositiveSmallIntegerField(null=True, blank=True)
    at_least = models.PositiveSmallIntegerField(null=True, blank=True)
    paid = models.BooleanField(null=True, blank=True)  # None: paid or not
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    blocks = models.BooleanField(default=True)
    needs_file = models.BooleanField(default=False)
    is_off = models.BooleanField(default=False)  # the item is not asked for here at all
    reason = models.CharField(max_length=500, default="", blank=True)  # for asking less than a law
    weakens = models.JSONField(default=list)  # which laws say more, in words
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "item"], name="one_own_rule_per_item"),
        ]

    def __str__(self) -> str:
        return self.label or self.item


class Terms(SchoolOwned):
    """Whether students are paid at a place. No row: they are not."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, related_name="terms")
    is_paid = models.BooleanField(default=False)


def path_of(proof: Proof, _name: str) -> str:
    """A name nobody can guess, without the name it was sent with."""
    return f"clearance/{proof.school.public_id}/{get_random_string(24)}.{proof.ending}"


class Proof(SchoolOwned):
    """What somebody handed in for an item. A later one does not end an earlier yes."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("Handed in")
        VERIFIED = "verified", _("Checked")
        REJECTED = "rejected", _("Sent back")

    STEPS: ClassVar = {
        "verify": Step((State.SUBMITTED,), State.VERIFIED),
        "reject": Step((State.SUBMITTED, State.VERIFIED), State.REJECTED),
    }
    # What was signed or certified elsewhere stands in for a row: no row then, and this is where.
    elsewhere: Any = None

    item = models.CharField(max_length=40)
    on = models.CharField(max_length=10, choices=[(one.value, one.value) for one in On])
    stage = models.CharField(max_length=12)  # for which it was handed in
    student = models.ForeignKey(Student, models.CASCADE, null=True, related_name="+")
    mentor = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    site = models.ForeignKey(Site, models.CASCADE, null=True, related_name="+")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.SUBMITTED)
    answers = models.JSONField(default=dict)
    file = models.FileField(upload_to=path_of, max_length=200, blank=True)
    type = models.CharField(max_length=20, default="", blank=True)
    until_on = models.DateField(null=True, blank=True)  # the last day it is good for
    handed_at = models.DateTimeField()
    handed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, default="", blank=True)
    warned_on = models.DateField(null=True, blank=True)  # that it runs out soon
    told_on = models.DateField(null=True, blank=True)  # that it ran out
    raised_on = models.DateField(null=True, blank=True)  # the principal heard it: nobody mended it

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_proof_hangs_on_what_it_says",
                condition=Q(on="student", student__isnull=False, opportunity__isnull=True)
                | Q(on="mentor", mentor__isnull=False, student__isnull=True)
                | Q(on="site", site__isnull=False, student__isnull=True)
                | Q(on="place", opportunity__isnull=False, student__isnull=True)
                | Q(on="pair", student__isnull=False, opportunity__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "on", "student"]),
            models.Index(fields=["school", "state", "until_on"]),
        ]

    def __str__(self) -> str:
        item = ITEMS[self.item].label if self.item in ITEMS else self.item
        return f"{item} · {ON_LABELS[On(self.on)]}"

    def get_absolute_url(self) -> str:
        return url("clearance:proof", self.public_id)

    @property
    def ending(self) -> str:
        return ENDINGS.get(self.type, "bin")

    @property
    def about(self) -> str:
        """Whom or what it hangs on, by name."""
        named = [
            self.student.name if self.student else "",
            self.mentor.name if self.mentor else "",
            self.site.name if self.site else "",
            self.opportunity.title if self.opportunity else "",
        ]
        return " · ".join(name for name in named if name)

    def is_good_on(self, day: date) -> bool:
        """Checked, and not run out."""
        return self.state == self.State.VERIFIED and (self.until_on is None or self.until_on >= day)
