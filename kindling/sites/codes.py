"""Codes that are only to be had at the site. Pure: no database, no clock.

Two kinds follow from a site's secret: six digits for a screen, which change every half hour, and
eight for the wall, which stay until the secret is renewed. Digits only: they fit a text message.
"""

from __future__ import annotations

import hmac
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from kindling.kit.text import digits

WINDOW = timedelta(minutes=30)
# The clock of a phone may be ahead of ours by so much, and of a slow reader behind by one window.
AHEAD = timedelta(minutes=5)
ON_SCREEN, ON_WALL = 6, 8  # digits


def screen_code(secret: str, moment: datetime) -> str:
    """Return the six digits that hold at this moment."""
    return _digits(secret, f"screen {_window(moment)}", ON_SCREEN)


def wall_code(secret: str) -> str:
    """Return the eight digits that hang on the wall."""
    return _digits(secret, "wall", ON_WALL)


def changes_at(moment: datetime) -> datetime:
    """Return when the digits on the screen change next."""
    seconds = (_window(moment) + 1) * WINDOW.total_seconds()
    return datetime.fromtimestamp(seconds, UTC).astimezone(moment.tzinfo)


def holds(secret: str, typed: str, said_at: datetime) -> bool:
    """Say whether the code was right when it was used: `said_at`, the true time of the tap.

    A code read off the screen holds for half an hour more, and five minutes before its time.
    """
    moments = (said_at, said_at - WINDOW, said_at + AHEAD)
    right = [wall_code(secret), *(screen_code(secret, moment) for moment in moments)]
    given = digits(typed).encode()
    # Every one is compared: how long it takes gives no hint.
    return sum(hmac.compare_digest(given, one.encode()) for one in right) > 0


def _window(moment: datetime) -> int:
    return int(moment.timestamp() // WINDOW.total_seconds())


def _digits(secret: str, what: str, count: int) -> str:
    digest = hmac.new(secret.encode(), what.encode(), sha256).digest()
    return f"{int.from_bytes(digest, 'big') % 10**count:0{count}d}"
