"""A message that a school keeps, to send it again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.conversations.models.message import LONGEST
from kindling.schools.models import SchoolOwned

TITLE = 80


class ShortMessage(SchoolOwned):
    """The same words in several languages, written by the school. `{name}`, `{day}`, `{place}`
    are filled in when it is used.

    `key` is that of one of ours where it takes its place (`shorts.OURS`), else its own.
    """

    LONGEST = LONGEST

    key = models.CharField(max_length=14)
    title = models.CharField(max_length=TITLE)
    words = models.JSONField(default=dict)  # language → the words in it
    ended_at = models.DateTimeField(null=True)  # taken out of the list

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "key"], name="one_short_message_a_key"),
        ]

    def __str__(self) -> str:
        return self.title
