"""What was said, to whom it went, and what came along."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.conversations.models.thread import Thread
from kindling.notices.models import Notice
from kindling.schools.models import Person, SchoolOwned
from kindling.uploads.models import Upload

LONGEST = 4000


class Message(SchoolOwned):
    """One person's words, written once. `keeper` is who of the school had them from the first moment."""

    class Side(models.TextChoices):
        STUDENT = "student", _("Student")
        OUTSIDE = "outside", _("From outside")
        STAFF = "staff", _("School")

    class Via(models.TextChoices):
        PAGE = "page", _("Written here")
        LINK = "link", _("Behind a link")
        EMAIL = "email", _("By e-mail")
        SMS = "sms", _("By text message")

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="messages")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=Side)
    keeper = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=LONGEST)
    language = models.CharField(max_length=10)
    via = models.CharField(max_length=10, choices=Via, default=Via.PAGE)
    # It came from a number or an address that nobody has; this one of the school said whose it is.
    placed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    is_urgent = models.BooleanField(default=False)  # safety: goes at night, is receipted
    # The sender's own id of it: the same tap, mail or text counts once.
    tap = models.CharField(max_length=80, null=True)  # noqa: DJ001 (unique)
    # Language → the same in it, by a machine; the text above is what was said.
    translations = models.JSONField(default=dict)
    # The languages among these that the school wrote itself: a short message as it was kept.
    own_words = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thread", "tap"], name="one_message_a_tap"),
            models.CheckConstraint(
                condition=Q(side="staff") | ~Q(by=F("keeper")),
                name="message_has_somebody_of_school",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["thread", "at"])]

    def __str__(self) -> str:
        return self.public_id


class Copy(SchoolOwned):
    """One message on its way to one person. Only a message about safety keeps when it was read."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="copies")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    notice = models.ForeignKey(Notice, models.SET_NULL, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["message", "person"], name="one_copy_a_person"),
        ]


class MessageFile(SchoolOwned):
    """A file that came along."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="files")
    upload = models.OneToOneField(Upload, models.PROTECT, related_name="+")
