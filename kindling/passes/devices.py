"""Which browser holds the pass. The first to open it is trusted; the next one needs a code."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kindling.kit.signing import fingerprint
from kindling.passes.models import Pass, PassDevice

# Kept to /p/, so the name that no plain page may set is the one of the two that allows a path.
COOKIE = "__Secure-device" if settings.HTTPS else "kindling_device"
YEAR = 365 * 24 * 3600
NOBODY = "nobody"  # no fingerprint of a cookie looks like it


def device_of(request: HttpRequest) -> str:
    """Return the fingerprint of this browser's cookie, or "" when it has none."""
    secret = request.COOKIES.get(COOKIE, "")
    return fingerprint(secret) if secret else ""


def trusted_on(device_hash: str) -> Exists:
    """Of a pass: this browser may see it, being the first or having given the code."""
    known = PassDevice.objects.filter(held=OuterRef("pk"), trusted_at__isnull=False)
    return Exists(known.filter(device_hash=device_hash or "-"))


@transaction.atomic
def trust_first(held: Pass, device_hash: str) -> bool:
    """Trust this browser if no other is trusted yet; say whether it is now."""
    Pass.objects.select_for_update().get(pk=held.pk)  # two first ones: one of them waits
    if PassDevice.objects.filter(held=held, trusted_at__isnull=False).exists():
        return False
    PassDevice.objects.update_or_create(
        held=held,
        device_hash=device_hash,
        defaults={"school": held.school, "trusted_at": timezone.now()},
    )
    return True


def trust_nobody(held: Pass) -> None:
    """Take the first browser's place, so that every one is asked for a code."""
    PassDevice.objects.create(
        school=held.school, held=held, device_hash=NOBODY, trusted_at=timezone.now()
    )


def trusts_nobody(held: Pass) -> bool:
    """Say whether even the first browser is asked for a code."""
    return PassDevice.objects.filter(held=held, device_hash=NOBODY).exists()


def new_secret() -> str:
    """Return what the cookie of a new browser holds."""
    return secrets.token_urlsafe(24)


def remember(response: HttpResponse, secret: str) -> HttpResponse:
    """Give the browser its cookie, sent back to passes only."""
    response.set_cookie(
        COOKIE, secret, max_age=YEAR, path="/p/", secure=settings.HTTPS, httponly=True,
        samesite="Lax",
    )  # fmt: skip
    return response
