"""Browsers in which a signed-in person wants notifications."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.accounts.models import Session, User
from kindling.accounts.trace import record
from kindling.kit.http import Refused, require
from kindling.notices.models import PushDevice
from kindling.notices.pushing import is_push_service

MOST = 10


@transaction.atomic
def add_device(user: User, session: Session, *, endpoint: str, p256dh: str, auth: str) -> None:
    """Send notifications to this browser from now on, as long as its session lasts.

    The same browser again takes the place of what was there; with an eleventh the oldest goes.
    Raises Refused for an address that is no browser maker's push service.
    """
    if not is_push_service(endpoint):
        raise Refused(_("This browser wants its notifications from a place we do not know."))
    facts = {"user": user, "session": session, "p256dh": p256dh, "auth": auth, "gone_at": None}
    _device, is_new = PushDevice.objects.update_or_create(endpoint=endpoint, defaults=facts)
    kept = PushDevice.objects.filter(user=user).order_by("-pk").values_list("pk", flat=True)
    PushDevice.objects.filter(user=user).exclude(pk__in=list(kept[:MOST])).delete()
    if is_new:
        record("push.on", user, device=session.device)


@transaction.atomic
def renew_device(
    device: PushDevice, *, endpoint: str, p256dh: str, auth: str, by: User
) -> PushDevice:
    """The browser's maker gave it another address: go on there. Nobody has to tap for it.

    Raises Refused for an address that is no browser maker's push service.
    """
    require(device.user_id == by.pk)
    if not is_push_service(endpoint):
        raise Refused(_("This browser wants its notifications from a place we do not know."))
    PushDevice.objects.filter(endpoint=endpoint).exclude(pk=device.pk).delete()
    device.endpoint, device.p256dh, device.auth, device.gone_at = endpoint, p256dh, auth, None
    device.save(update_fields=["endpoint", "p256dh", "auth", "gone_at"])
    record("push.renew", by, device=device.session.device)
    return device


@transaction.atomic
def end_device(device: PushDevice, *, by: User) -> None:
    """Send nothing to this browser any more."""
    record("push.off", by, device=device.session.device)
    device.delete()
