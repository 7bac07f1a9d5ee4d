"""What runs on the days that count, and when it stops where."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np

from kindling.travel.reading.calendar import Week
from kindling.travel.reading.findings import Findings, Unusable
from kindling.travel.reading.package import Package
from kindling.travel.reading.stops import Stops
from kindling.travel.reading.tables import seconds_of, table
from kindling.travel.timetable import GETS_IN, GETS_OUT, Numbers

NOT_SAID = -1
NO = "1"  # of pickup_type and drop_off_type
NAME = "stop_times.txt"


@dataclass
class Trips:
    """`numbers`: a trip's id in the feed → its place in `days`, a bit for each weekday."""

    numbers: dict[str, int] = field(default_factory=dict)
    days: list[int] = field(default_factory=list)
    idle: set[str] = field(default_factory=set)  # runs on none of the days that count


@dataclass(frozen=True)
class Calls:
    """Rows of stop_times.txt, in the order of trip and sequence."""

    trip: Numbers
    stop: Numbers
    comes: Numbers
    leaves: Numbers
    doors: Numbers
    row: Numbers

    def kept(self, which: object) -> Calls:
        return Calls(*(getattr(self, name)[which] for name in self.__dataclass_fields__))


def read_trips(package: Package, services: object, week: Week) -> Trips:
    """Read trips.txt; `services` holds the names that the calendar knows."""
    trips, name = Trips(), "trips.txt"
    known: dict[str, int] = {}
    for weekday, runs in enumerate(week.services):
        for service in runs:
            known[service] = known.get(service, 0) | 1 << weekday
    for row, (trip, service) in table(package, name, ("trip_id", "service_id")):
        if trip in trips.numbers or trip in trips.idle:
            package.findings.leave_out("twice", name, row, trip)
        elif service in known:
            trips.numbers[trip] = len(trips.days)
            trips.days.append(known[service])
        else:
            trips.idle.add(trip)
            if service not in services:  # type: ignore[operator]
                package.findings.leave_out("no_service", name, row, service)
    return trips


def read_calls(package: Package, trips: Trips, stops: Stops) -> Calls:
    """Read stop_times.txt. A row that names a stop or trip that is not there is left out."""
    columns = [array("i") for _name in Calls.__dataclass_fields__]
    order, read = array("q"), 0
    needed = ("trip_id", "stop_id", "stop_sequence")
    more = ("arrival_time", "departure_time", "pickup_type", "drop_off_type")
    for row, values in table(package, NAME, needed, more):
        read += 1
        if call := call_of(values, row, (trips, stops), package.findings):
            for column, value in zip(columns, (*call[1:], row), strict=True):
                column.append(value)
            order.append(call[0])
    _refuse_the_worst(package, read)
    calls = Calls(*(np.array(column, np.int32) for column in columns))
    return calls.kept(np.lexsort((np.array(order, np.int64), calls.trip)))


def call_of(
    values: list[str], row: int, known: tuple[Trips, Stops], findings: Findings
) -> tuple[int, ...] | None:
    """Return (sequence, trip, stop, comes, leaves, doors) of a row; None for what is left out."""
    trip, stop, place, comes, leaves, gets_in, gets_out = values
    number, times = known[0].numbers.get(trip), times_of(comes, leaves)
    if number is None:
        if trip not in known[0].idle:
            findings.leave_out("no_trip", NAME, row, trip)
    elif stop not in known[1].numbers:
        findings.leave_out("no_stop", NAME, row, stop)
    elif times is None:
        findings.leave_out("bad_time", NAME, row, comes or leaves)
    elif not (place.isascii() and place.isdigit() and len(place) < 9):  # noqa: PLR2004
        findings.leave_out("bad_sequence", NAME, row, place)
    else:
        doors = (0 if gets_in == NO else GETS_IN) | (0 if gets_out == NO else GETS_OUT)
        return int(place), number, known[1].numbers[stop], *times, doors
    return None


def times_of(comes: str, leaves: str) -> tuple[int, int] | None:
    """Return both times; NOT_SAID for those between two that are; None for what is no time."""
    if not comes and not leaves:
        return NOT_SAID, NOT_SAID
    first, last = seconds_of(comes or leaves), seconds_of(leaves or comes)
    return None if first is None or last is None or last < first else (first, last)


def _refuse_the_worst(package: Package, read: int) -> None:
    """A timetable with many holes would tell students of ways that are not there, or hide some."""
    broken = package.findings.left_out_of(NAME)
    if broken > max(20, read // 20):
        package.findings.fault("too_broken", NAME, value=broken)
        raise Unusable


def mended(calls: Calls, package: Package) -> Calls:
    """Fill in times between two that are said, and leave out trips that go back in time."""
    if not len(calls.trip):
        return calls
    starts = np.flatnonzero(np.r_[True, calls.trip[1:] != calls.trip[:-1]])
    ends = np.r_[starts[1:], len(calls.trip)] - 1
    said = calls.comes != NOT_SAID
    bad = set(calls.trip[starts[~said[starts]]].tolist() + calls.trip[ends[~said[ends]]].tolist())
    rows = np.arange(len(calls.trip))
    comes = np.interp(rows, rows[said], calls.comes[said]) if said.any() else calls.comes
    leaves = np.interp(rows, rows[said], calls.leaves[said]) if said.any() else calls.leaves
    filled = Calls(
        calls.trip,
        calls.stop,
        np.where(said, calls.comes, comes).astype(np.int32),
        np.where(said, calls.leaves, leaves).astype(np.int32),
        calls.doors,
        calls.row,
    )
    same = calls.trip[1:] == calls.trip[:-1]
    back = np.flatnonzero(same & (filled.comes[1:] < filled.leaves[:-1])) + 1
    first_bad: dict[int, int] = {}
    for at in [*starts[~said[starts]].tolist(), *ends[~said[ends]].tolist(), *back.tolist()]:
        first_bad.setdefault(int(calls.trip[at]), int(calls.row[at]))
    for row in first_bad.values():
        package.findings.leave_out("bad_trip", NAME, row)
    bad |= set(first_bad)
    if not bad:
        return filled
    return filled.kept(~np.isin(filled.trip, list(bad)))
