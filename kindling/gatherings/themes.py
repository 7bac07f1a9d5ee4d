"""Themes by quarter and a sample session to begin with, in our words; a school changes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.gatherings.models import Theme

MINUTES = {"opening": 5, "connect": 10, "activity": 20, "reflect": 10, "closing": 5}

# key → quarter, title, what is there at its end
STANDARD: dict[str, tuple[int, Any, Any]] = {
    "who-am-i": (
        1,
        gettext_lazy("Who am I? Who are we?"),
        gettext_lazy(
            "Rules of our group written. Everybody shared who they are. Interests noted. First "
            "plan signed."
        ),
    ),
    "who-could-i-be": (
        2,
        gettext_lazy("Who could I be? Who could we be?"),
        gettext_lazy("Three adults asked about their work. One shadow day. First exhibition."),
    ),
    "what-do-i-need": (
        3,
        gettext_lazy("What do I need to get there?"),
        gettext_lazy(
            "A project at the internship. A plan for what is missing. Something for others."
        ),
    ),
    "what-next": (
        4,
        gettext_lazy("What did we make, and what next?"),
        gettext_lazy("The product is handed over. Thanks are said. The next step is clear."),
    ),
}


@dataclass(frozen=True)
class Offered:
    """A theme as pages need it. `ref` names it in an address."""

    ref: str
    key: str
    quarter: int
    title: str
    aims: str


def offered(rows: Iterable[Theme]) -> list[Offered]:
    """Kindling's themes, in the school's own words where it has some, and its own; by quarter."""
    own = {row.key: row for row in rows if row.key}
    found = [
        Offered(key, key, quarter, str(title), str(aims))
        for key, (quarter, title, aims) in STANDARD.items()
        if key not in own
    ]
    found += [
        Offered(row.key or row.public_id, row.key, row.quarter, row.title, row.aims)
        for row in rows
        if not row.is_retired
    ]
    return sorted(found, key=lambda one: (one.quarter, one.title))


def named(ref: str, rows: Iterable[Theme]) -> Offered | None:
    return next((one for one in offered(rows) if one.ref == ref), None)


def quarter_of(day: date) -> int:
    """September and October, until January, February and March, and the rest of the year."""
    if day.month in {8, 9, 10}:
        return 1
    if day.month in {11, 12, 1}:
        return 2
    return 3 if day.month in {2, 3} else 4


def sample() -> dict[str, str]:
    """Words for each part of a session, to change."""
    return {
        "opening": _("Everybody arrives, phones away. One line about today."),
        "connect": _("Ask one question. Everybody answers, or passes."),
        "activity": "",
        "reflect": _("What did you notice? One line each."),
        "closing": _("One thing you take with you. Who leads next time?"),
    }
