"""Who sits on the panel."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models.exhibition import Exhibition
from kindling.history.steps import Step
from kindling.schools.models import Person, SchoolOwned


class Part(models.TextChoices):
    """As whom somebody comes."""

    ADVISOR = "advisor", _("Advisor")
    FAMILY = "family", _("Family")
    MENTOR = "mentor", _("Mentor")
    PEER = "peer", _("Student")
    STAFF = "staff", _("Staff")
    GUEST = "guest", _("Guest")


class Panelist(SchoolOwned):
    """One person of one panel. Whoever comes no longer stays as a row (`off_at`).

    A guest whom a student names is nobody to the school until staff say yes: until then the row
    has a name and a contact and no `person`, and no letter goes out.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waits for a yes")
        REFUSED = "refused", _("The school said no")
        NAMED = "named", _("Not yet invited")
        ASKED = "asked", _("Invited")
        COMING = "coming", _("Coming")
        DECLINED = "declined", _("Cannot come")

    class Interpreter(models.TextChoices):
        NONE = "", _("No interpreter")
        ASKED = "asked", _("Interpreter asked for")
        CONFIRMED = "confirmed", _("Interpreter comes")

    Part = Part
    ON_PANEL: ClassVar = (State.NAMED, State.ASKED, State.COMING, State.DECLINED)
    ANSWERED: ClassVar = (State.COMING, State.DECLINED)
    STEPS: ClassVar = {
        "allow": Step((State.PROPOSED,), State.NAMED),
        "refuse": Step((State.PROPOSED,), State.REFUSED),
    }

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="panelists")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="panels")
    part = models.CharField(max_length=10, choices=Part)
    name = models.CharField(max_length=200)
    email = models.EmailField(default="", blank=True)  # of a guest, until there is a person
    phone = models.CharField(max_length=40, default="", blank=True)
    who = models.CharField(max_length=200, default="", blank=True)  # why this guest
    language = models.CharField(max_length=10, default="en")
    needs_interpreter = models.BooleanField(default=False)
    interpreter = models.CharField(
        max_length=10, choices=Interpreter, default=Interpreter.NONE, blank=True
    )
    interpreter_name = models.CharField(max_length=200, default="", blank=True)
    is_remote = models.BooleanField(default=False)  # joins by video
    state = models.CharField(max_length=10, choices=State, default=State.NAMED)
    note = models.CharField(max_length=300, default="", blank=True)  # with the answer
    answered_at = models.DateTimeField(null=True, blank=True)
    is_invited = models.BooleanField(default=False)  # a letter went out: a change is told, too
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who named them
    off_at = models.DateTimeField(null=True, blank=True)  # asked no longer

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["exhibition", "person"],
                condition=Q(person__isnull=False),
                name="one_panelist_per_person",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "off_at"]),
            models.Index(fields=["school", "state", "off_at"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_coming(self) -> bool:
        return self.state == self.State.COMING and self.off_at is None
