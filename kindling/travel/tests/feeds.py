"""A town on one line of longitude, small enough to work out by hand.

The school stands at School Street. Line 1 goes north to Market Square (5 km) and Harbor End (10 km);
line 2 from Market East, 300 m from Market Square, east to Hill Top. Everything on weekdays.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from kindling.travel.actions import hand_in_feed, use_feed

KM = 1 / 111.195  # degrees of latitude
EAST = KM / 0.7451  # of longitude, at the town
SCHOOL = (41.82, -71.41)
MARKET = (41.82 + 5 * KM, -71.41)
HARBOR_END = (41.82 + 10 * KM, -71.41)
MARKET_EAST = (MARKET[0], -71.41 + 0.3 * EAST)
HILL_TOP = (MARKET[0], -71.41 + 5 * EAST)
FAR_AWAY = (41.82 + 45 * KM, -71.41)

STOPS = f"""stop_id,stop_name,stop_lat,stop_lon
A,School Street,{SCHOOL[0]},{SCHOOL[1]}
B,Market Square,{MARKET[0]},{MARKET[1]}
C,Harbor End,{HARBOR_END[0]},{HARBOR_END[1]}
E,Market East,{MARKET_EAST[0]},{MARKET_EAST[1]}
H,Hill Top,{HILL_TOP[0]},{HILL_TOP[1]}
"""
CALENDAR = """service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
week,1,1,1,1,1,0,0,20260901,20261231
"""
TRIPS = """route_id,service_id,trip_id
1,week,n800
1,week,n830
1,week,s1405
1,week,s1435
2,week,e820
2,week,e847
2,week,w1410
"""
TIMES = """trip_id,arrival_time,departure_time,stop_id,stop_sequence
n800,08:00:00,08:00:00,A,1
n800,08:10:00,08:11:00,B,2
n800,08:20:00,08:20:00,C,3
n830,08:30:00,08:30:00,A,1
n830,08:40:00,08:41:00,B,2
n830,08:50:00,08:50:00,C,3
s1405,14:05:00,14:05:00,C,1
s1405,14:15:00,14:16:00,B,2
s1405,14:25:00,14:25:00,A,3
s1435,14:35:00,14:35:00,C,1
s1435,14:45:00,14:46:00,B,2
s1435,14:55:00,14:55:00,A,3
e820,08:20:00,08:20:00,E,1
e820,08:30:00,08:30:00,H,2
e847,08:47:00,08:47:00,E,1
e847,08:57:00,08:57:00,H,2
w1410,14:10:00,14:10:00,H,1
w1410,14:20:00,14:20:00,E,2
"""
AGENCY = "agency_name,agency_url,agency_timezone\nTown Buses,https://example.org,America/New_York\n"

FILES = {
    "agency.txt": AGENCY,
    "stops.txt": STOPS,
    "calendar.txt": CALENDAR,
    "trips.txt": TRIPS,
    "stop_times.txt": TIMES,
}


def zipped(files: dict[str, str | bytes | None] | None = None, folder: str = "") -> bytes:
    """The town's feed, some files of it changed, added, or (None) left out."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in {**FILES, **(files or {})}.items():
            if content is not None:
                archive.writestr(folder + name, content)
    return made.getvalue()


def put_in_use(by, **files):
    """Hand in the town's feed, have it read, and use it."""
    feed = hand_in_feed(file_name="town.zip", content=zipped(files), by=by)
    feed.refresh_from_db()
    use_feed(feed, by=by)
    return feed
