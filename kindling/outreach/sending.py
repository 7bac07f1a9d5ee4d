"""How the public form knows a person from a machine, without asking anybody: time, and once."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.core import signing

from kindling.kit.ids import new_public_id

SALT = "kindling.offer"
SOONEST = 3  # seconds; nobody writes an offer faster
LATEST = 12 * 60 * 60


@dataclass(frozen=True)
class Page:
    """One page that was handed out: its key, and when."""

    key: str
    at: float

    @property
    def is_ripe(self) -> bool:
        """It was open for as long as a person needs, and not for days."""
        return SOONEST <= time.time() - self.at <= LATEST

    def sign(self) -> str:
        """What the page carries."""
        return signing.dumps([self.key, round(self.at, 1)], salt=SALT, compress=False)


def new_page() -> Page:
    return Page(new_public_id(), time.time())


def read_page(signed: str) -> Page:
    """Return the page; a new one (which is not ripe yet) where it was not ours or is too old."""
    try:
        key, at = signing.loads(signed, salt=SALT, max_age=LATEST)
        return Page(str(key), float(at))
    except (signing.BadSignature, ValueError, TypeError):
        return new_page()
