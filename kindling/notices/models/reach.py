"""How one person wants to be reached."""

from __future__ import annotations

from datetime import time
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kindling.accounts.devices import in_words
from kindling.accounts.models import Session, User
from kindling.kit.ids import new_public_id
from kindling.notices.models.notice import Channel, Group
from kindling.schools.models import Person, SchoolOwned

QUIET_FROM, QUIET_UNTIL = time(21), time(7)


class Reach(SchoolOwned):
    """What one person chose. No row, or an empty field: the usual way and the usual night."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="reach")
    safety = models.CharField(max_length=10, choices=Channel, default="", blank=True)
    daily = models.CharField(max_length=10, choices=Channel, default="", blank=True)
    other = models.CharField(max_length=10, choices=Channel, default="", blank=True)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)  # the same as quiet_from: never quiet
    texts_stopped_at = models.DateTimeField(null=True, blank=True)  # they wrote STOP

    def wanted(self, group: str) -> str:
        """Return the channel chosen for a group; "" for the usual one."""
        return {Group.SAFETY: self.safety, Group.DAILY: self.daily}.get(Group(group), self.other)


class PushDevice(models.Model):
    """A browser in which somebody signed in asked for notifications. It ends with the session."""

    user = models.ForeignKey(User, models.CASCADE, related_name="push_devices")
    # Who signs out, here or from another device, gets no notifications here any more.
    session = models.ForeignKey(Session, models.CASCADE, related_name="push_devices")
    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    endpoint = models.CharField(max_length=500, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)
    worked_at = models.DateTimeField(null=True)
    # The push service said so. The browser may ask for another address, and goes on with this row.
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user"])]

    @property
    def name(self) -> str:
        """The device in its owner's words."""
        return in_words(self.session.device)

    @classmethod
    def alive(cls, user_id: int | None) -> models.QuerySet[PushDevice]:
        """Return the user's devices that are still signed in and listen."""
        found = cls.objects.filter(user=user_id, session__expire_date__gt=timezone.now())
        found = found.filter(gone_at__isnull=True)
        return found.select_related("session").order_by("pk")

    @classmethod
    def any_of_person(cls) -> Exists:
        """Of a person: notifications reach them on some device."""
        alive = cls.objects.filter(session__expire_date__gt=timezone.now(), gone_at__isnull=True)
        return Exists(alive.filter(user=OuterRef("user")))
