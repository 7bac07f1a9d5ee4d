"""From the zip of a feed to a timetable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from kindling.travel.reading.calendar import Week, read_services, usual_week
from kindling.travel.reading.findings import Findings, Unusable
from kindling.travel.reading.package import Limits, Package
from kindling.travel.reading.stops import Stops, read_stops
from kindling.travel.reading.tables import seconds_of, table
from kindling.travel.reading.trips import Calls, Trips, mended, read_calls, read_trips
from kindling.travel.timetable import Numbers, Timetable, feet_between, lines_at

NEEDED = ("stops.txt", "trips.txt", "stop_times.txt")
MOST_RUNS = 400  # of one line in a frequencies.txt


@dataclass(frozen=True)
class Read:
    """What a feed holds."""

    timetable: Timetable
    week: Week
    agency: str

    def counts(self) -> dict[str, int]:
        hops = len(self.timetable.stop) - len(self.timetable.days)
        return {"stops": len(self.timetable.names), "trips": len(self.timetable.days), "hops": hops}


def read_feed(
    content: bytes,
    findings: Findings,
    *,
    today: date,
    tell: Callable[[int], None] = lambda _percent: None,
    limits: Limits | None = None,
) -> Read | None:
    """Read a feed; None when it cannot be used, with the reason among the findings.

    tell: called with how much is done, in per cent.
    """
    try:
        package = Package(content, findings, limits)
        for name in NEEDED:
            if name not in package:
                findings.fault("no_file", name)
        if findings.faults:
            return None
        return _read(package, today, tell)
    except Unusable:
        return None


def _read(package: Package, today: date, tell: Callable[[int], None]) -> Read:
    services = read_services(package)
    week = usual_week(package, services, today)
    tell(10)
    stops = read_stops(package)
    trips = read_trips(package, services, week)
    tell(20)
    calls = mended(read_calls(package, trips, stops), package)
    tell(70)
    calls, days = with_headways(package, calls, trips)
    timetable = assembled(calls, days, stops)
    if not len(timetable.days):
        package.refuse("nothing_runs")
    tell(90)
    return Read(timetable, week, agency_of(package))


def agency_of(package: Package) -> str:
    """Return who runs the vehicles, as the feed says it."""
    if "agency.txt" not in package:
        return ""
    names = [values[0] for _row, values in table(package, "agency.txt", ("agency_name",))]
    return ", ".join(dict.fromkeys(names))[:200]


def with_headways(package: Package, calls: Calls, trips: Trips) -> tuple[Calls, list[int]]:
    """Make a trip of each run that frequencies.txt only counts ("every ten minutes")."""
    days, name = list(trips.days), "frequencies.txt"
    if name not in package:
        return calls, days
    models: dict[int, list[tuple[int, int, int]]] = {}
    columns = ("trip_id", "start_time", "end_time", "headway_secs")
    for row, (trip, starts, ends, every) in table(package, name, columns):
        first, last = seconds_of(starts), seconds_of(ends)
        seconds = int(every) if every.isascii() and every.isdigit() and len(every) < 7 else 0  # noqa: PLR2004
        if first is None or last is None or not seconds:
            package.findings.leave_out("bad_headway", name, row, every)
        elif trip in trips.numbers:
            models.setdefault(trips.numbers[trip], []).append((first, last, seconds))
    made = [calls.kept(~np.isin(calls.trip, list(models)))]
    for number, lines in models.items():
        model = calls.kept(calls.trip == number)
        if not len(model.trip):
            continue
        for first, last, seconds in lines:
            for start in range(first, last, seconds)[:MOST_RUNS]:
                made.append(_moved(model, len(days), start - int(model.leaves[0])))
                days.append(days[number])
    columns_ = (
        np.concatenate([getattr(one, key) for one in made]) for key in Calls.__dataclass_fields__
    )
    return Calls(*columns_), days


def _moved(model: Calls, number: int, by: int) -> Calls:
    """The same trip, later."""
    trip = np.full(len(model.trip), number, np.int32)
    return Calls(trip, model.stop, model.comes + by, model.leaves + by, model.doors, model.row)


def assembled(calls: Calls, days: list[int], stops: Stops) -> Timetable:
    """Keep trips with two stops or more, and stops where one of them calls."""
    held = np.bincount(calls.trip, minlength=len(days)) if len(calls.trip) else np.zeros(len(days))
    calls = calls.kept(held[calls.trip] > 1)
    kept_trips, trip = np.unique(calls.trip, return_inverse=True)
    kept_stops, at = np.unique(calls.stop, return_inverse=True)
    points = [stops.points[n] for n in kept_stops.tolist()]
    offsets = np.r_[0, np.cumsum(np.bincount(trip, minlength=len(kept_trips)))].astype(np.int32)
    stop: Numbers = at.astype(np.int32)
    return Timetable(
        names=tuple(stops.names[n] for n in kept_stops.tolist()),
        places=np.array(points, np.float64).reshape(-1, 2),
        offsets=offsets,
        days=np.array(days, np.uint8)[kept_trips],
        stop=stop,
        comes=calls.comes.astype(np.int32),
        leaves=calls.leaves.astype(np.int32),
        doors=calls.doors.astype(np.uint8),
        feet=feet_between(points, lines_at(len(points), offsets, stop)),
    )
