"""A project's days as a picture: one line from the beginning to the last day, with its marks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

WIDTH, LEFT = 340, 12


@dataclass(frozen=True)
class Moment:
    """What stands on a day. kind: step, done, late, draft, check, met, delivered, due."""

    on: date
    kind: str
    title: str
    number: int = 0  # as in the list beside the picture; 0: not in the list


@dataclass(frozen=True)
class Spot:
    """A moment, and where it is drawn."""

    moment: Moment
    x: float
    y: int


@dataclass(frozen=True)
class Timeline:
    """The picture. `ticks` are the first days of months; `days` are internship days."""

    first: date
    last: date
    spots: list[Spot]
    ticks: list[tuple[float, date]]
    days: list[float]
    today: float | None
    summary: str
    width: int = WIDTH


def timeline(
    first: date, last: date, today: date, moments: Iterable[Moment], days: Iterable[date] = ()
) -> Timeline:
    """Return the picture from `first` to the last thing known, at least two weeks long."""
    told = sorted(moments, key=lambda one: (one.on, one.number))
    ends = max([last, first + timedelta(days=14), *(one.on for one in told)])
    starts = min([first, *(one.on for one in told)])

    def at(on: date) -> float:
        share = (on - starts).days / max(1, (ends - starts).days)
        return round(LEFT + share * (WIDTH - 2 * LEFT), 1)

    spots: list[Spot] = []
    for one in told:
        x = at(one.on)
        crowd = sum(1 for spot in spots if abs(spot.x - x) < 18)  # noqa: PLR2004 (a mark is as wide)
        spots.append(Spot(one, x, 34 - 18 * min(crowd, 1)))
    return Timeline(
        starts, ends, spots, [(at(on), on) for on in _months(starts, ends)],
        [at(on) for on in days if starts <= on <= ends],
        at(today) if starts <= today <= ends else None, _summary(told),
    )  # fmt: skip


def _months(first: date, last: date) -> list[date]:
    """The first of each month in between."""
    found, on = [], first.replace(day=1)
    while on <= last:
        if on >= first:
            found.append(on)
        on = (on + timedelta(days=32)).replace(day=1)
    return found


def _summary(told: list[Moment]) -> str:
    steps = [one for one in told if one.kind in ("step", "done", "late")]
    done = sum(1 for one in steps if one.kind == "done")
    return _("%(done)s of %(all)s steps are done.") % {"done": done, "all": len(steps)}
