"""Demo and real are two worlds. The mark stands in the database and never changes."""

from __future__ import annotations

from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest

from kindling.kit import clock

FORWARDING = ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_X_FORWARDED_HOST")
LOOPBACK = frozenset({"127.0.0.1", "::1"})

_known: dict[str, bool] = {}


def is_demo() -> bool:
    """Say whether this database was made as a demo. Asked once a process: the mark never moves."""
    if "demo" not in _known:
        mark = apps.get_model("schools", "Installation").objects.first()
        if mark is None:
            return False
        _known["demo"] = mark.is_demo
    return _known["demo"]


def is_demo_at_home(request: HttpRequest) -> bool:
    """Say whether this is a demo, asked from its own machine and through no proxy.

    Only then may a page show what a real school never shows: one-click sign-in, whole letters.
    """
    forwarded = any(request.META.get(header) for header in FORWARDING)
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not forwarded and is_demo()


def is_empty() -> bool:
    """Say whether no school is set up and nobody administers one. A demo is never empty."""
    hats, schools = apps.get_model("schools", "Membership"), apps.get_model("schools", "School")
    return not (
        is_demo()
        or schools.objects.filter(set_up_at__isnull=False).exists()
        or hats.objects.filter(role="administrator", until_on__isnull=True).exists()
    )


def forget() -> None:
    """Ask the database again (tests, and the command that writes the mark)."""
    _known.clear()


def moment() -> datetime:
    """Return the moment it is. Only a demo or a test may set the clock."""
    if clock.is_set() and not settings.TESTING and not is_demo():
        raise clock.ClockRefused(
            "KINDLING_NOW and KINDLING_FREEZE work in the demo only. Unset them and start again."
        )
    return clock.moment()
