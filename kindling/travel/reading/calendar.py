"""Which services run on a usual Monday, Tuesday … of a feed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from kindling.travel.reading.findings import Unusable
from kindling.travel.reading.package import Package
from kindling.travel.reading.tables import date_of, table

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LOOKED_AT = timedelta(days=55)  # eight weeks: a holiday among them decides nothing
ADDED, TAKEN = "1", "2"


@dataclass
class Service:
    """When something runs: weekdays between two dates, and single dates more or less."""

    weekdays: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    added: set[date] = field(default_factory=set)
    taken: set[date] = field(default_factory=set)

    def runs_on(self, on: date) -> bool:
        if on in self.added:
            return True
        if on in self.taken or self.first is None or self.last is None:
            return False
        return self.first <= on <= self.last and on.weekday() in self.weekdays

    @property
    def ends(self) -> list[date]:
        """The first and last dates it names."""
        return [one for one in (self.first, self.last, *self.added) if one is not None]


@dataclass(frozen=True)
class Week:
    """A usual week: for each weekday the date it is taken from, and the services of that date."""

    first: date
    last: date
    dates: tuple[date | None, ...]
    services: tuple[frozenset[str], ...]


def read_services(package: Package) -> dict[str, Service]:
    """Read calendar.txt and calendar_dates.txt; one of the two is enough."""
    services: dict[str, Service] = {}
    if "calendar.txt" in package:
        _read_calendar(package, services)
    if "calendar_dates.txt" in package:
        _read_dates(package, services)
    if not services:
        package.refuse("no_calendar", "calendar.txt")
    return services


def _read_calendar(package: Package, services: dict[str, Service]) -> None:
    name, needed = "calendar.txt", ("service_id", *DAYS, "start_date", "end_date")
    for row, (service, *days, starts, ends) in table(package, name, needed):
        first, last = date_of(starts), date_of(ends)
        if first is None or last is None:
            package.findings.leave_out("bad_date", name, row, starts if first is None else ends)
        elif last < first:
            package.findings.leave_out("ends_before", name, row, ends)
        elif wrong := [day for day in days if day not in {"0", "1"}]:
            package.findings.leave_out("bad_day", name, row, wrong[0])
        elif service in services:
            package.findings.leave_out("twice", name, row, service)
        else:
            weekdays = frozenset(n for n, day in enumerate(days) if day == "1")
            services[service] = Service(weekdays, first, last)


def _read_dates(package: Package, services: dict[str, Service]) -> None:
    name, needed = "calendar_dates.txt", ("service_id", "date", "exception_type")
    for row, (service, told, kind) in table(package, name, needed):
        on = date_of(told)
        if on is None:
            package.findings.leave_out("bad_date", name, row, told)
        elif kind not in {ADDED, TAKEN}:
            package.findings.leave_out("bad_kind", name, row, kind)
        else:
            known = services.setdefault(service, Service())
            (known.added if kind == ADDED else known.taken).add(on)


def usual_week(package: Package, services: dict[str, Service], today: date) -> Week:
    """Choose for each weekday what runs on most of the next eight weeks' dates.

    A feed that is over, or begins later, is looked at where it ends or begins.
    """
    ends = [on for service in services.values() for on in service.ends]
    if not ends:
        package.findings.fault("no_calendar", "calendar.txt")
        raise Unusable
    first, last = min(ends), max(ends)
    since = max(first, last - LOOKED_AT) if last < today else max(first, today)
    until = min(last, since + LOOKED_AT)
    if last < today:
        package.findings.note("over", value=last.isoformat())
    elif first > today:
        package.findings.note("later", value=first.isoformat())
    chosen = [_usual_day(services, since, until, weekday) for weekday in range(7)]
    return Week(first, last, tuple(on for on, _runs in chosen), tuple(runs for _on, runs in chosen))


def _usual_day(
    services: dict[str, Service], since: date, until: date, weekday: int
) -> tuple[date | None, frozenset[str]]:
    """What runs on most dates of this weekday, and the first date on which it does."""
    seen: Counter[frozenset[str]] = Counter()
    when: dict[frozenset[str], date] = {}
    on = since + timedelta(days=(weekday - since.weekday()) % 7)
    while on <= until:
        runs = frozenset(name for name, service in services.items() if service.runs_on(on))
        seen[runs] += 1
        when.setdefault(runs, on)
        on += timedelta(days=7)
    if not seen:
        return None, frozenset()
    usual = max(seen, key=lambda runs: (seen[runs], bool(runs)))
    return (when[usual] if usual else None), usual
