"""Mail that came in, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.history.steps import Step
from kindling.kit.ids import new_public_id
from kindling.schools.models import Person, School


class MailQuerySet(models.QuerySet["Mail"]):
    def take(self, key: str, **facts: object) -> tuple[Mail, bool]:
        """Return the row of this mail and whether it came for the first time.

        Inside a transaction: the same mail arriving twice at once waits here for the first.
        """
        fresh = Mail(key=key, **facts)
        self.bulk_create([fresh], ignore_conflicts=True)
        mail = self.select_for_update().get(key=key)
        return mail, mail.public_id == fresh.public_id


class Mail(models.Model):
    """One mail that came to an address of ours.

    Whose it is tells the address, never the sender alone. The words of what has landed stand where
    it landed; those of what waits for a person stay here until somebody decided, or a month.
    """

    class State(models.TextChoices):
        LANDED = "landed", _("In its conversation")
        HELD = "held", _("Waits for a person")
        SETTLED = "settled", _("Looked at")
        DROPPED = "dropped", _("Not from a human")
        STRANGER = "stranger", _("Nobody’s address")

    class Why(models.TextChoices):
        NONE = "", ""
        OTHER_SENDER = "sender", _("It came from another address than the one on file.")
        NO_THREAD = "thread", _("It was not an answer to anything.")
        EMPTY = "empty", _("We found no words besides what was quoted.")
        REFUSED = "refused", _("The conversation cannot take it now.")
        BOUNCE = "bounce", _("A mail server sent it back.")
        AUTO = "auto", _("A machine answered.")
        LIST = "list", _("It went to a list.")
        LOOP = "loop", _("It was a letter of our own.")
        MANY = "many", _("Too many came from there at once.")
        BAD_ADDRESS = "address", _("The address is not one of ours.")

    STEPS: ClassVar = {
        "put_in": Step((State.HELD,), State.SETTLED),
        "set_aside": Step((State.HELD,), State.SETTLED),
    }

    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(auto_now_add=True)
    school = models.ForeignKey(School, models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    staff = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    reply_id = models.CharField(max_length=14, default="", blank=True)
    sender = models.CharField(max_length=254)
    sender_name = models.CharField(max_length=200, default="", blank=True)
    subject = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField(max_length=4000, default="", blank=True)
    files = models.PositiveSmallIntegerField(default=0)  # how many came along
    size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.HELD)
    why = models.CharField(max_length=10, choices=Why, default="", blank=True)
    note = models.CharField(max_length=300, default="", blank=True)  # the sentence of a refusal
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)  # the words are gone, the rest stays

    objects = MailQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["school", "state", "-at"]),
            models.Index(fields=["at"]),
        ]

    def __str__(self) -> str:
        return f"{self.sender} · {self.get_state_display()}"
