"""One time somebody of the school was in touch with people who host."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Organisation, Site


class Contact(SchoolOwned):
    """A call, a visit, a letter, a meeting; and what is to be done next, by whom, until when.

    Without a site it is about the whole organisation. What was said is for staff.
    """

    class How(models.TextChoices):
        CALL = "call", _("Call")
        VISIT = "visit", _("Visit")
        MAIL = "mail", _("Letter or e-mail")
        MET = "met", _("Met somewhere")

    class State(models.TextChoices):
        SAID = "said", _("Nothing to do")
        OPEN = "open", _("To do")
        DONE = "done", _("Done")

    STEPS: ClassVar = {"finish": Step((State.OPEN,), State.DONE)}

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="contacts")
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="contacts")
    mentor = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    how = models.CharField(max_length=10, choices=How)
    said = models.TextField(max_length=4000, default="", blank=True)
    next_step = models.CharField(max_length=300, default="", blank=True)
    next_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.SAID)
    reminded_on = models.DateField(null=True, blank=True)  # so the clock reminds once

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-on"]),
            models.Index(fields=["site", "-on"]),
            models.Index(fields=["school", "state", "next_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()} · {self.site or self.organisation}"

    def get_absolute_url(self) -> str:
        return url("outreach:contact", self.public_id)
