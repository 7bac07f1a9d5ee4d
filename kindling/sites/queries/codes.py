"""What a screen at the site and a poster on its wall show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from kindling.schools.inside import inside
from kindling.sites import codes
from kindling.sites.models import SiteCode


@dataclass(frozen=True)
class ShownCode:
    """A code in the two shapes people use: to type, and to scan."""

    site: str
    typed: str  # in groups: "482 913"
    svg: SafeString
    changes_at: datetime | None  # None: it stays until it is renewed


def on_screen(code: SiteCode, now: datetime) -> ShownCode:
    """Return the six digits that hold now."""
    digits = codes.screen_code(code.secret, now)
    return _shown(code, digits, codes.changes_at(now))


def on_wall(code: SiteCode) -> ShownCode:
    """Return what the poster shows."""
    return _shown(code, codes.wall_code(code.secret), None)


def _shown(code: SiteCode, given: str, changes_at: datetime | None) -> ShownCode:
    half = len(given) // 2
    with inside(code.school):
        path = reverse("attendance:here")
    address = f"{settings.BASE_URL}{path}?{urlencode({'code': given})}"
    svg = segno.make(address, error="m").svg_inline(scale=6, border=2)
    typed = f"{given[:half]} {given[half:]}"
    return ShownCode(code.site.name, typed, mark_safe(svg), changes_at)  # noqa: S308
