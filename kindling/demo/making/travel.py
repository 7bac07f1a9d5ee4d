"""A timetable for the demo's town: nine bus lines through it, every half hour on weekdays."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from math import cos, pi, sin
from zipfile import ZIP_DEFLATED, ZipFile

from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.actions.commuting import work_out_commutes
from kindling.travel.actions import set_starts, use_feed
from kindling.travel.actions.checking import check_feed
from kindling.travel.models import Feed, FeedFile

LINES, STOPS, STEP = 9, 21, 0.0065  # degrees between two stops, about 700 m
STREETS = ["Wharf", "Elm", "Hope", "Canal", "Mill", "Broad", "Orchard", "Spring", "Pine"]
ZIPS = """
02903 41.818 -71.409|02904 41.860 -71.437|02905 41.788 -71.403|02906 41.838 -71.393
02907 41.797 -71.425|02908 41.839 -71.438|02909 41.819 -71.450
""".replace("\n", "|").strip("|").split("|")  # fmt: skip


def make_travel(school: School) -> None:
    """The timetable is in use and all minutes are worked out, without waiting for a worker."""
    by = Viewer.system(school)
    feed = Feed.objects.create(school=school, file_name="town-buses.zip")
    FeedFile.objects.create(school=school, feed=feed, content=town_feed(school))
    check_feed.call(feed.pk)
    feed.refresh_from_db()
    use_feed(feed, by=by)
    work_out_commutes.call(school.pk)
    set_starts([(z, float(lat), float(lon)) for z, lat, lon in map(str.split, ZIPS)], by=by)


def town_feed(school: School) -> bytes:
    """The zip, as an agency would publish it."""
    first, last = school.today() - timedelta(days=30), school.today() + timedelta(days=150)
    runs = [run for line in range(LINES) for back in (0, 1) for run in runs_of(line, back)]
    days = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"
    files = {
        "agency.txt": ["agency_name,agency_url,agency_timezone", f"Town Buses,,{school.timezone}"],
        "calendar.txt": [
            f"service_id,{days},start_date,end_date",
            f"week,1,1,1,1,1,0,0,{first:%Y%m%d},{last:%Y%m%d}",
        ],
        "stops.txt": ["stop_id,stop_name,stop_lat,stop_lon"],
        "trips.txt": ["route_id,service_id,trip_id", *(f"1,week,{trip}" for trip, _rows in runs)],
        "stop_times.txt": ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"],
    }
    files["stops.txt"] += [row for line in range(LINES) for row in stops_of(school, line)]
    files["stop_times.txt"] += [row for _trip, rows in runs for row in rows]
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, rows in files.items():
            archive.writestr(name, "\n".join(rows))
    return made.getvalue()


def runs_of(line: int, back: int) -> list[tuple[str, list[str]]]:
    """Each trip of a line in one direction, from six in the morning, and its stops."""
    made = []
    for run in range(22):
        trip, starts = f"{line}-{back}-{run}", 6 * 60 + run * 30 + 3 * line
        clocks = [
            f"{(starts + 2 * n) // 60:02}:{(starts + 2 * n) % 60:02}:00" for n in range(STOPS)
        ]
        stops = enumerate(zip(clocks, order(back), strict=True))
        rows = [f"{trip},{clock},{clock},{line}-{stop},{n}" for n, (clock, stop) in stops]
        made.append((trip, rows))
    return made


def order(back: int) -> range:
    return range(STOPS - 1, -1, -1) if back else range(STOPS)


def stops_of(school: School, line: int) -> list[str]:
    """A straight line through the middle of town, each at another angle."""
    angle, rows = pi * line / LINES, []
    for stop in range(STOPS):
        far = (stop - STOPS // 2) * STEP
        latitude = (school.latitude or 0) + far * sin(angle)
        longitude = (school.longitude or 0) + far * cos(angle) / 0.745
        name = "Market Square" if stop == STOPS // 2 else f"{STREETS[line]} Street & {stop + 1}th"
        rows.append(f"{line}-{stop},{name},{latitude:.5f},{longitude:.5f}")
    return rows
