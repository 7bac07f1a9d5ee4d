"""How often something may be tried. Counted in the cache, so all web processes share it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from kindling.kit.signing import fingerprint


class TooMany(Exception):
    """It was tried too often. Shown as a 429; `wait` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"again in {wait} s")
        self.wait = wait


class Try(NamedTuple):
    """One try of `what` by `who`, who may do it `limit` times in so many seconds."""

    what: str
    who: str
    limit: int
    seconds: int

    @property
    def key(self) -> str:
        # The real clock: KINDLING_NOW must not lift a limit.
        window = int(time.time() // self.seconds)
        return f"limit:{self.what}:{fingerprint(self.who)[:24]}:{window}"


def allow(what: str, who: str, *, limit: int, seconds: int) -> bool:
    """Count one try of `what` by `who` and say whether it is within the limit."""
    one = Try(what, who, limit, seconds)
    return _count([one])[one.key] <= limit


def take(what: str, who: str, *, limit: int, seconds: int) -> None:
    """Count one try; raise TooMany when it was one too many."""
    take_all(Try(what, who, limit, seconds))


def take_all(*tries: Try) -> None:
    """Count several tries in one statement; raise TooMany when one was one too many."""
    counted = _count(tries)
    for one in tries:
        if counted[one.key] > one.limit:
            raise TooMany(one.seconds - int(time.time() % one.seconds))


def _count(tries: Iterable[Try]) -> dict[str, int]:
    """Add one to each; return how many there were by key."""
    keys = {one.key: one.seconds for one in tries}
    if hasattr(cache, "tally"):
        counted: dict[str, int] = cache.tally(keys)
        return counted
    return {
        key: 1 if cache.add(key, 1, seconds) else cache.incr(key) for key, seconds in keys.items()
    }


def client_address(request: HttpRequest) -> str:
    """Return the address of who asks; a proxy's word counts only where one is said to stand."""
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.TRUSTED_PROXIES and len(told) >= settings.TRUSTED_PROXIES and told[0]:
        return str(told[-settings.TRUSTED_PROXIES])
    return str(request.META.get("REMOTE_ADDR", ""))
