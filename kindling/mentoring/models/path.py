"""How somebody became a mentor here: invited or come back, applied, answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned
from kindling.sites.models import Site


class MentorPath(SchoolOwned):
    """One adult's way. What follows the yes (check, orientation, interns) is computed: standing.py.

    Who guided here before there was this page has no row, and none is needed.
    """

    class State(models.TextChoices):
        INVITED = "invited", _("Invited")
        APPLIED = "applied", _("Waits for an answer")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Not now")
        RETIRED = "retired", _("Retired")

    STEPS: ClassVar = {
        "invite": Step((State.DECLINED, State.RETIRED), State.INVITED),
        "apply": Step((State.INVITED, State.DECLINED, State.RETIRED), State.APPLIED),
        "accept": Step((State.APPLIED,), State.ACCEPTED),
        "decline": Step((State.INVITED, State.APPLIED), State.DECLINED),
        "retire": Step((State.ACCEPTED,), State.RETIRED),
    }

    person = models.OneToOneField(Person, models.PROTECT, related_name="mentor_path")
    state = models.CharField(max_length=10, choices=State, default=State.INVITED)
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")  # invited to
    is_alum = models.BooleanField(default=False)  # learned here once
    invited_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    invited_on = models.DateField(null=True)
    work = models.CharField(max_length=200, default="", blank=True)  # what they do
    offers = models.TextField(max_length=2000, default="", blank=True)  # what a student would see
    times = models.CharField(max_length=300, default="", blank=True)  # days and hours, in words
    applied_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    answer = models.CharField(max_length=500, default="", blank=True)  # with a no, kept by staff

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state"])]

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return url("mentoring:mentor", self.person.public_id)
