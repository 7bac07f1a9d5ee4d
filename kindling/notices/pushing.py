"""Web push: our key pair, and one message to one browser by its maker's push service."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.notices.letters import heading, link_of, title_of
from kindling.notices.models import Notice, PushDevice

DAY = 24 * 3600
WAIT = 10  # seconds for a push service to answer
GONE = (404, 410)  # the browser ended it: nobody listens there any more
# How many points the curve has; a private key is a number below.
P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
LOCAL = ("127.0.0.1", "localhost")


@cache
def vapid() -> Any:
    """Return our key pair: VAPID_KEY, or one that follows from the secret key.

    So all machines have the same, and a backup needs no other part. A browser's subscription
    holds for one pair: with another secret key everybody signs in and taps again.
    """
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 (a tenth of a second)
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415
    from py_vapid import Vapid  # noqa: PLC0415

    if settings.VAPID_KEY:
        return Vapid.from_string(settings.VAPID_KEY)
    spread = HKDF(algorithm=hashes.SHA256(), length=48, salt=None, info=b"kindling.vapid")
    number = int.from_bytes(spread.derive(settings.SECRET_KEY.encode()))
    return Vapid(ec.derive_private_key(number % (P256 - 1) + 1, ec.SECP256R1()))


@cache
def public_key() -> str:
    """Return what a browser wants to know before it subscribes (applicationServerKey)."""
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415

    point, plain = form.PublicFormat.UncompressedPoint, form.Encoding.X962
    return base64_of(vapid().public_key.public_bytes(plain, point))


def base64_of(raw: bytes) -> str:
    """Encode for an address, without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def is_push_service(endpoint: str) -> bool:
    """Say whether this is an address of a browser maker's push service (PUSH_HOSTS).

    The browser names the address and we post to it: any other would let somebody make this
    server speak to machines of the school's own network.
    """
    try:
        parts = urlsplit(endpoint)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    known = any(host == one or host.endswith(f".{one}") for one in settings.PUSH_HOSTS)
    return known and (parts.scheme == "https" or host in LOCAL) and not parts.username


def payload(notice: Notice, riders: Sequence[Notice] = ()) -> str:
    """Return what the service worker reads: a title without names, and the page to open."""
    title = heading(notice, riders) if riders else title_of(notice)
    told = {"title": title, "url": link_of(notice), "tag": notice.public_id}
    return json.dumps(told | {"lang": notice.language, "urgent": notice.is_urgent})


def push(device: PushDevice, notice: Notice, riders: Sequence[Notice] = ()) -> tuple[bool, str]:
    """Send to one device; return whether it was taken, and the answer. One gone is left alone."""
    from pywebpush import WebPushException, webpush  # noqa: PLC0415 (see above)
    from requests import RequestException  # noqa: PLC0415

    from kindling.kit.outgoing_session import session  # noqa: PLC0415

    name = device.name
    if not is_push_service(device.endpoint):
        device.delete()
        return False, _("%(device)s: not an address of a push service") % {"device": name}
    keys = {"p256dh": device.p256dh, "auth": device.auth}
    try:
        answer = webpush(
            {"endpoint": device.endpoint, "keys": keys},
            payload(notice, riders),
            vapid_private_key=vapid(),
            vapid_claims={"sub": settings.VAPID_SUBJECT},
            ttl=seconds_of_use(notice),
            headers={"urgency": "high" if notice.is_urgent else "normal"},
            timeout=WAIT,
            requests_session=session(own=settings.PUSH_HOSTS),
        )
    except WebPushException as no:
        return False, f"{name}: {refused(device, no.status_code)}"
    except (RequestException, ValueError) as no:
        return False, f"{name}: {type(no).__name__}"
    PushDevice.objects.filter(pk=device.pk).update(worked_at=timezone.now())
    return True, f"{name}: {answer.status_code}"


def refused(device: PushDevice, status: int | None) -> str:
    """Say what the push service answered, and send nothing more to a browser that is gone."""
    if status in GONE:
        PushDevice.objects.filter(pk=device.pk).update(gone_at=timezone.now())
        return _("%(status)s, this browser has ended it") % {"status": status}
    return str(status)


def seconds_of_use(notice: Notice) -> int:
    """Return how long a push service should keep it for a phone that is switched off."""
    if notice.until is None:
        return DAY
    return max(0, min(DAY, int((notice.until - timezone.now()).total_seconds())))
