"""How often a mentor wants to be asked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.schools.models import Person, SchoolOwned


class Rhythm(models.TextChoices):
    DAILY = "daily", _("After every day")
    WEEKLY = "weekly", _("Once a week")
    EXCEPTIONS = "exceptions", _("Only when something differs")


class MentorChoice(SchoolOwned):
    """One mentor's rhythm, for all their interns. No row: after every day."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="mentor_choice")
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.DAILY)
    # The day on which the mentor gave their standing word; only EXCEPTIONS has one.
    word_on = models.DateField(null=True, blank=True)
