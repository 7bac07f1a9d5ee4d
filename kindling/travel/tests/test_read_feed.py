"""What a feed may hold, what is left out of it and named, and what is refused."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kindling.travel.reading.feed import read_feed
from kindling.travel.reading.findings import Findings
from kindling.travel.reading.package import Limits
from kindling.travel.sentences import SAID
from kindling.travel.tests.feeds import CALENDAR, STOPS, TIMES, TRIPS, zipped

TODAY = date(2026, 10, 13)


def read(content, today=TODAY, limits=None):
    findings = Findings()
    return read_feed(content, findings, today=today, limits=limits), findings


def left_out(**files):
    found, findings = read(zipped(files))
    assert found is not None
    return [(one["code"], one["file"], one["row"], one["value"]) for one in findings.left_out]


def refused(content, **more):
    found, findings = read(content, **more)
    assert found is None
    return [(one["code"], one["file"]) for one in findings.faults]


def test_a_good_feed():
    found, findings = read(zipped())

    assert found.counts() == {"stops": 5, "trips": 7, "hops": 11}
    assert found.agency == "Town Buses"
    assert (found.week.first, found.week.last) == (date(2026, 9, 1), date(2026, 12, 31))
    assert found.week.dates == (
        date(2026, 10, 19), date(2026, 10, 13), date(2026, 10, 14), date(2026, 10, 15),
        date(2026, 10, 16), None, None,
    )  # fmt: skip
    assert findings.as_json()["totals"] == {"faults": 0, "left_out": 0, "notes": 0}


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("stops.txt", STOPS + "X,Nowhere,91,0\n", ("bad_position", "stops.txt", 7, "91 0")),
        ("stops.txt", STOPS + "X,Nowhere,,\n", ("bad_position", "stops.txt", 7, " ")),
        ("stops.txt", STOPS + "A,Again,41,-71\n", ("twice", "stops.txt", 7, "A")),
        ("trips.txt", TRIPS + "1,moon,m1\n", ("no_service", "trips.txt", 9, "moon")),
        ("trips.txt", TRIPS + "1,week\n", ("no_value", "trips.txt", 9, "trip_id")),
        ("stop_times.txt", TIMES + "z,8:00:00,8:00:00,A,1\n", ("no_trip", "stop_times.txt", 20, "z")),
        ("stop_times.txt", TIMES + "n800,8:40:00,8:40:00,Q,4\n", ("no_stop", "stop_times.txt", 20, "Q")),
        ("stop_times.txt", TIMES + "n800,8:99:00,8:99:00,A,4\n", ("bad_time", "stop_times.txt", 20, "8:99:00")),
        ("stop_times.txt", TIMES + "n800,soon,soon,A,4\n", ("bad_time", "stop_times.txt", 20, "soon")),
        ("stop_times.txt", TIMES + "n800,8:40:00,8:40:00,A,x\n", ("bad_sequence", "stop_times.txt", 20, "x")),
        ("stop_times.txt", TIMES + "n800,8:01:00,8:01:00,A,9\n", ("bad_trip", "stop_times.txt", 20, "")),
        ("calendar.txt", CALENDAR + "x,1,1,1,1,1,1,1,20260931,20261231\n", ("bad_date", "calendar.txt", 3, "20260931")),
        ("calendar.txt", CALENDAR + "x,1,1,1,1,1,1,1,20261231,20260901\n", ("ends_before", "calendar.txt", 3, "20260901")),
        ("calendar.txt", CALENDAR + "x,yes,1,1,1,1,1,1,20260901,20261231\n", ("bad_day", "calendar.txt", 3, "yes")),
        ("calendar_dates.txt", "service_id,date,exception_type\nweek,20261126,3\n", ("bad_kind", "calendar_dates.txt", 2, "3")),
        ("frequencies.txt", "trip_id,start_time,end_time,headway_secs\nn800,8:00:00,9:00:00,x\n", ("bad_headway", "frequencies.txt", 2, "x")),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_and_left_out(name, text, wrong):
    assert left_out(**{name: text}) == [wrong]


@pytest.mark.parametrize("name", ["stops.txt", "trips.txt", "stop_times.txt"])
def test_a_file_that_is_missing(name):
    assert refused(zipped({name: None})) == [("no_file", name)]


def test_no_calendar_and_no_dates():
    assert refused(zipped({"calendar.txt": None})) == [("no_calendar", "calendar.txt")]


def test_dates_alone_are_a_calendar():
    dates = "".join(f"week,202610{day},1\n" for day in (13, 20, 27))
    files = {"calendar.txt": None, "calendar_dates.txt": f"service_id,date,exception_type\n{dates}"}

    found, _findings = read(zipped(files))

    assert found.week.dates == (None, date(2026, 10, 13), *[None] * 5)


def test_a_holiday_decides_nothing():
    holiday = "service_id,date,exception_type\nweek,20261013,2\n"

    found, _findings = read(zipped({"calendar_dates.txt": holiday}))

    assert found.week.dates[1] == date(2026, 10, 20)


def test_a_feed_that_is_over_can_be_used_and_says_so():
    found, findings = read(zipped(), today=date(2027, 3, 1))

    assert found.week.dates[1] == date(2026, 11, 10)
    assert findings.notes == [{"code": "over", "file": "", "row": 0, "value": "2026-12-31"}]


def test_a_feed_that_begins_later_says_so():
    found, findings = read(zipped(), today=date(2026, 7, 1))

    assert found.week.dates[1] == date(2026, 9, 1)
    assert [one["code"] for one in findings.notes] == ["later"]


def test_a_column_that_is_missing():
    text = TIMES.replace("stop_id", "stop")

    assert refused(zipped({"stop_times.txt": text})) == [("no_column", "stop_times.txt")]


def test_too_many_broken_rows_are_refused():
    text = TIMES + "".join(f"n800,8:40:00,8:40:00,Q{n},4\n" for n in range(40))

    assert refused(zipped({"stop_times.txt": text})) == [("too_broken", "stop_times.txt")]


def test_nothing_runs():
    text = CALENDAR.replace("1,1,1,1,1,0,0", "0,0,0,0,0,0,0")

    assert refused(zipped({"calendar.txt": text})) == [("nothing_runs", "")]


def test_not_a_zip_and_a_zip_that_was_cut_off():
    assert refused(b"stop_id,stop_name\n") == [("not_a_zip", "")]
    assert refused(zipped()[:-30]) == [("not_a_zip", "")]
    assert refused(b"") == [("not_a_zip", "")]


def test_a_bomb_is_not_unpacked():
    bomb = zipped({"stop_times.txt": b"0" * 20_000_000})

    assert refused(bomb) == [("too_much", "stop_times.txt")]


def test_files_that_are_not_wanted_are_not_unpacked():
    found, findings = read(zipped({"shapes.txt": b"0" * 20_000_000, "photo.jpg": b"x"}))

    assert found is not None
    assert findings.faults == []


def test_limits_hold_over_all_files_together():
    limits = Limits(total=200)

    assert refused(zipped(), limits=limits)[0][0] == "too_much"


def test_a_file_twice():
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a/stops.txt", STOPS)
        archive.writestr("b/stops.txt", STOPS)

    assert refused(made.getvalue()) == [("file_twice", "stops.txt")]


def test_one_folder_round_everything_is_fine():
    found, findings = read(zipped(folder="gtfs/"))

    assert found.counts()["stops"] == 5
    assert findings.faults == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(encoding):
    text = STOPS.replace("Hill Top", "Niño Hill").encode(encoding)

    found, findings = read(zipped({"stops.txt": text}))

    assert found.timetable.names[4] == "Niño Hill"
    assert [one["code"] for one in findings.notes] == ([] if "utf-8" in encoding else ["encoding"])


def test_platforms_of_one_station_are_one_stop():
    text = STOPS.replace("stop_lon\n", "stop_lon,location_type,parent_station\n")
    rows = text.replace(
        "B,Market Square", "S,Market,41.865,-71.41,1,\nB,Market Square"
    ).splitlines()
    rows = [f"{row},0,S" if row.startswith(("B,", "E,")) else row for row in rows]

    found, _findings = read(zipped({"stops.txt": "\n".join(rows)}))

    assert found.timetable.names == ("School Street", "Market", "Harbor End", "Hill Top")


def test_only_the_first_of_many_findings_are_kept():
    text = TRIPS + "".join(f"1,moon,m{n}\n" for n in range(50))

    _found, findings = read(zipped({"trips.txt": text}))

    assert len(findings.left_out) == 10
    assert findings.as_json()["totals"]["left_out"] == 50


def test_every_finding_has_a_sentence():
    folder = Path(__file__).parents[1] / "reading"
    source = "".join(file.read_text() for file in folder.glob("*.py"))
    codes = set(re.findall(r'(?:fault|leave_out|note|refuse)\(\s*"(\w+)"', source))

    assert codes | {"unreadable"} == set(SAID)
