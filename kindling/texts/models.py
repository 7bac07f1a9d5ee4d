"""Text messages that people sent us, and what came of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.addresses import url
from kindling.kit.ids import new_public_id
from kindling.people.models import Student
from kindling.schools.models import Person, School


class TextQuerySet(models.QuerySet["Text"]):
    def take(self, sid: str, **facts: str) -> tuple[Text, bool]:
        """Return the row of this message and whether it came for the first time.

        Inside a transaction: the same message arriving twice at once waits here for the first.
        """
        fresh = Text(sid=sid, **facts)
        self.bulk_create([fresh], ignore_conflicts=True)
        text = self.select_for_update().get(sid=sid)
        return text, text.public_id == fresh.public_id


class Text(models.Model):
    """One message to the number that all schools share.

    Whose it is shows when the number is looked up; a stranger's belongs to no school. The words
    go after a month, the row after a year (actions.purging).
    """

    class Verb(models.TextChoices):
        """What somebody wants to say."""

        HERE = "here", _("I’m here")
        OUT = "out", _("I’m leaving")
        LATE = "late", _("I’m late")
        SICK = "sick", _("I’m not coming")
        YES = "yes", _("Yes, that is right")
        NO = "no", _("No, that is not right")
        MINE = "mine", _("I have it")
        HELP = "help", _("Help")
        STOP = "stop", _("No more texts")
        START = "start", _("Texts again")
        CHOICE = "choice", _("This one")
        UNKNOWN = "unknown", _("Not understood")

    class Outcome(models.TextChoices):
        DONE = "done", _("Done")
        ASKED = "asked", _("Asked who is meant")
        REFUSED = "refused", _("Not possible")
        HELPED = "helped", _("Told how it works")
        STRANGER = "stranger", _("Nobody has this number")

    class State(models.TextChoices):
        """Of what came from a number nobody has."""

        NONE = "", ""
        WAITS = "waits", _("Waits for a person")
        PLACED = "placed", _("In a conversation")
        ASIDE = "aside", _("Looked at")

    STEPS: ClassVar = {
        "place": Step((State.WAITS,), State.PLACED),
        "set_aside": Step((State.WAITS,), State.ASIDE),
    }

    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    sid = models.CharField(max_length=40, unique=True)  # the gateway's own id of the message
    at = models.DateTimeField(auto_now_add=True)
    number = models.CharField(max_length=20)  # E.164
    school = models.ForeignKey(School, models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="texts")
    about = models.ForeignKey(Student, models.CASCADE, null=True, related_name="+")
    body = models.CharField(max_length=1600, default="", blank=True)
    verb = models.CharField(max_length=10, choices=Verb, default=Verb.UNKNOWN)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.HELPED)
    reply = models.CharField(max_length=1000, default="", blank=True)
    link_id = models.CharField(max_length=14, default="", blank=True)  # stands at "{link}"
    # Asked who is meant: the keys of the people to choose from, in the order of their numbers.
    choices = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default="", blank=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)  # the words are gone, the rest stays

    objects = TextQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "-at"]),
            models.Index(fields=["number", "-at"]),
            models.Index(fields=["at"]),
            models.Index(fields=["school", "state", "-at"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.get_verb_display()}"

    def get_absolute_url(self) -> str:
        return url("conversations:unplaced")
