"""What a family offers the school, and what the school says to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.outreach.models import Offer
from kindling.schools.models import Person, SchoolOwned


class FamilyOffer(SchoolOwned):
    """A skill, a workplace, somebody they know, a hand. A workplace becomes a lead of outreach."""

    class Kind(models.TextChoices):
        PLACE = "place", _("A workplace where a student could learn")
        CONTACT = "contact", _("Somebody I know who might help")
        SKILL = "skill", _("Something I can show or teach")
        VOLUNTEER = "volunteer", _("A hand at school: a trip, an exhibition, an event")
        BOARD = "board", _("A seat on the school’s advisory board")

    LEADS: ClassVar = (Kind.PLACE, Kind.CONTACT)

    class State(models.TextChoices):
        OPEN = "open", _("The school has not answered yet")
        ACCEPTED = "accepted", _("The school said yes")
        DECLINED = "declined", _("Not now")
        TAKEN_BACK = "taken_back", _("Taken back")

    STEPS: ClassVar = {
        "accept": Step((State.OPEN,), State.ACCEPTED),
        "decline": Step((State.OPEN,), State.DECLINED),
        "take_back": Step((State.OPEN, State.ACCEPTED), State.TAKEN_BACK),
    }

    tap = models.CharField(max_length=40)  # of the form: twice is once
    by = models.ForeignKey(Person, models.PROTECT, related_name="family_offers")
    kind = models.CharField(max_length=10, choices=Kind)
    what = models.TextField(max_length=1000)
    organisation = models.CharField(max_length=200, default="", blank=True)
    phone = models.CharField(max_length=40, default="", blank=True)  # of the workplace
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(max_length=1000, default="", blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    lead = models.ForeignKey(Offer, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "by", "tap"], name="one_family_offer_a_tap"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "state", "created_at"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.by}"

    def get_absolute_url(self) -> str:
        return url("families:offer", self.public_id)
