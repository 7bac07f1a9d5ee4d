"""Where vehicles stop. Platforms of one station are one stop."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.travel.reading.package import Package
from kindling.travel.reading.tables import degrees, table
from kindling.travel.walking import Point

PLATFORM, STATION = frozenset({"", "0", "4"}), "1"


@dataclass(frozen=True)
class Stops:
    """`numbers`: a stop's id in the feed → its place in the other two."""

    numbers: dict[str, int]
    names: list[str]
    points: list[Point]


def read_stops(package: Package) -> Stops:
    """Read stops.txt; entrances and the like are of no use here."""
    name = "stops.txt"
    known: dict[str, tuple[str, Point, str]] = {}
    stations: set[str] = set()
    needed, more = (
        ("stop_id",),
        ("stop_lat", "stop_lon", "stop_name", "location_type", "parent_station"),
    )
    for row, (stop, lat, lon, told, kind, parent) in table(package, name, needed, more):
        if kind not in PLATFORM and kind != STATION:
            continue
        latitude, longitude = degrees(lat, 90), degrees(lon, 180)
        if latitude is None or longitude is None or (latitude, longitude) == (0, 0):
            package.findings.leave_out("bad_position", name, row, f"{lat} {lon}")
        elif stop in known:
            package.findings.leave_out("twice", name, row, stop)
        else:
            known[stop] = (told or stop, (latitude, longitude), parent)
            if kind == STATION:
                stations.add(stop)
    heads: dict[str, int] = {}
    numbers = {}
    for stop, (_name, _point, parent) in known.items():
        head = parent if parent in stations else stop
        numbers[stop] = heads.setdefault(head, len(heads))
    return Stops(numbers, [known[stop][0] for stop in heads], [known[stop][1] for stop in heads])
