"""A photo or a voice note that a student added to a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from kindling.attendance.models import Day
from kindling.schools.models import Person, SchoolOwned


def path_of(attachment: Attachment, _name: str) -> str:
    """A name nobody can guess, without the name the phone gave it."""
    folder = f"days/{attachment.school.public_id}/{str(attachment.day.on)[:7]}"
    return f"{folder}/{get_random_string(24)}.{attachment.ending}"


class Attachment(SchoolOwned):
    """One file of a day. Taken back, the file goes and the row stays."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("Photo")
        VOICE = "voice", _("Voice note")

    ENDINGS: ClassVar = {
        "image/jpeg": "jpg",
        "audio/webm": "webm",
        "audio/ogg": "ogg",
        "audio/mp4": "m4a",
    }

    day = models.ForeignKey(Day, models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=5, choices=Kind)
    file = models.FileField(upload_to=path_of, max_length=200, blank=True)
    type = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    seconds = models.PositiveSmallIntegerField(null=True)  # of a voice note
    is_shared = models.BooleanField(default=False)  # the mentor sees it too
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["day", "kind"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_attachment_of_a_kind",
            ),
        ]

    @property
    def ending(self) -> str:
        return self.ENDINGS[self.type]
