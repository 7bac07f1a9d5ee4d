"""How often something may be tried. Counted in the cache, so all web processes share it."""

from __future__ import annotations

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from kindling.kit.signing import fingerprint


class TooMany(Exception):
    """It was tried too often. Shown as a 429; `wait` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"again in {wait} s")
        self.wait = wait


def allow(what: str, who: str, *, limit: int, seconds: int) -> bool:
    """Count one try of `what` by `who` and say whether it is within the limit.

    A rough fence, not a lock: two tries in one instant may count once.
    """
    # The real clock: KINDLING_NOW must not lift a limit.
    window = int(time.time() // seconds)
    key = f"limit:{what}:{fingerprint(who)[:24]}:{window}"
    if cache.add(key, 1, seconds):
        return True
    tried = (cache.get(key) or 0) + 1
    cache.set(key, tried, seconds)
    return bool(tried <= limit)


def take(what: str, who: str, *, limit: int, seconds: int) -> None:
    """Count one try; raise TooMany when it was one too many."""
    if not allow(what, who, limit=limit, seconds=seconds):
        raise TooMany(seconds - int(time.time() % seconds))


def client_address(request: HttpRequest) -> str:
    """Return the address of who asks; a proxy's word counts only where one is said to stand."""
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.TRUSTED_PROXIES and len(told) >= settings.TRUSTED_PROXIES and told[0]:
        return str(told[-settings.TRUSTED_PROXIES])
    return str(request.META.get("REMOTE_ADDR", ""))
