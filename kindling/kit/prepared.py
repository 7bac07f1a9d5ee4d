"""A query written with the ORM and put into SQL once: what the busiest pages ask on every request.

Building SQL costs ten times what running it does. A prepared query is an ordinary function that
returns a `values_list` queryset; its arguments may be int, date, datetime or str, and only stand for
values:

    @prepared
    def days_of(student: int, since: date) -> QuerySet[Any]:
        return Day.objects.filter(student=student, on__gte=since).values_list("on", "minutes")

    rows = days_of(student=7, since=today)
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import update_wrapper
from inspect import signature
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from kindling.kit.compiled import Compiled

# Values that nobody has: where one comes out of the compiler, its argument goes in.
STAND_INS: dict[str, Callable[[int], Any]] = {
    "int": lambda n: 999_999_999_000_000 + n,
    "date": lambda n: date(9000, 1, 1) + timedelta(days=n),
    "datetime": lambda n: datetime(9001, 1, 1, tzinfo=UTC) + timedelta(days=n),
    "str": lambda n: f"\u2402{n}",
}


class Prepared:
    """Compiles on the first call of each thread; afterwards only binds and runs."""

    def __init__(self, build: Callable[..., QuerySet[Any]]) -> None:
        update_wrapper(self, build)
        self.build = build
        asked = signature(build).parameters.items()
        kinds = {name: getattr(p.annotation, "__name__", p.annotation) for name, p in asked}
        self.stand_ins = {name: STAND_INS[kind](n) for n, (name, kind) in enumerate(kinds.items())}
        self.local = threading.local()

    def __call__(self, **values: int | date | datetime | str) -> list[tuple[Any, ...]]:
        """Return the rows, converted as the ORM would. One statement."""
        if values.keys() != self.stand_ins.keys():
            raise TypeError(f"{self.build.__name__} wants {', '.join(self.stand_ins)}")
        held: Held | None = getattr(self.local, "held", None)
        if held is None:
            held = self.local.held = Held(self.build(**self.stand_ins), self.stand_ins)
        return held.run(values)


def prepared(build: Callable[..., QuerySet[Any]]) -> Prepared:
    """Make a function that builds a queryset into one that runs its SQL."""
    return Prepared(build)


class Held:
    """One queryset, compiled, and where its arguments belong."""

    def __init__(self, queryset: QuerySet[Any], stand_ins: dict[str, Any]) -> None:
        self.compiled = Compiled(queryset)
        names = {bound(value): name for name, value in stand_ins.items()}
        self.params = [(names.get(param, ""), param) for param in self.compiled.params]
        missing = set(stand_ins) - {name for name, _param in self.params}
        if missing:
            raise TypeError(f"The query never asks for {', '.join(sorted(missing))}")

    def run(self, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        params = [bound(values[name]) if name else param for name, param in self.params]
        return self.compiled.ask(params)


def bound(value: Any) -> Any:
    """Return the value as this database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
