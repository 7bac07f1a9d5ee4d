"""The school's public form, and what people outside offer through it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.ids import new_public_id
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Site


class OfferForm(SchoolOwned):
    """Where people outside can offer something. Off until the coordinator opens it.

    A new key ends the old address.
    """

    key = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    is_open = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_offer_form"),
        ]


class Offer(SchoolOwned):
    """A business or a family offers something. How to reach them goes 90 days after a no."""

    class Kind(models.TextChoices):
        PLACE = "place", _("A place for an intern")
        SHADOW = "shadow", _("A day of watching me work")
        INTERVIEW = "interview", _("A talk with one student about my work")
        TALK = "talk", _("A talk in class")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for the coordinator")
        ACCEPTED = "accepted", _("Accepted")
        MERGED = "merged", _("We know them already")
        DECLINED = "declined", _("Not now")

    STEPS: ClassVar = {
        "accept": Step((State.WAITING,), State.ACCEPTED),
        "merge": Step((State.WAITING,), State.MERGED),
        "decline": Step((State.WAITING,), State.DECLINED),
    }

    sent_key = models.CharField(max_length=14)  # of the page it was sent from: twice is once
    kind = models.CharField(max_length=10, choices=Kind)
    organisation = models.CharField(max_length=200)
    what = models.TextField(max_length=2000, default="", blank=True)
    address = models.CharField(max_length=300, default="", blank=True)
    name = models.CharField(max_length=200, default="", blank=True)
    email = models.EmailField(default="", blank=True)
    phone = models.CharField(max_length=40, default="", blank=True)
    language = models.CharField(max_length=10, default="en")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    answer = models.TextField(max_length=1000, default="", blank=True)
    decided_on = models.DateField(null=True, blank=True)
    site = models.ForeignKey(Site, models.SET_NULL, null=True, related_name="offers")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    is_forgotten = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "sent_key"], name="one_offer_per_page"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state"])]

    def __str__(self) -> str:
        return self.organisation

    def get_absolute_url(self) -> str:
        return url("outreach:offer", self.public_id)

    @property
    def wants_seat(self) -> bool:
        """A student would go there: it becomes a place. A talk becomes a site only."""
        return self.kind in (Offer.Kind.PLACE, Offer.Kind.SHADOW)
