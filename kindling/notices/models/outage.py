"""A way out that does not work for anybody."""

from __future__ import annotations

from django.db import models

from kindling.notices.models.notice import Channel


class Outage(models.Model):
    """How often in a row a gateway failed, and until when nothing is tried there."""

    channel = models.CharField(max_length=10, choices=Channel, unique=True)
    failures = models.PositiveIntegerField(default=0)
    paused_until = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, default="", blank=True)
