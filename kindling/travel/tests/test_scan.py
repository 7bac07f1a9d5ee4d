"""The ways through a town worked out by hand, and against a slower way of working them out."""

import os
import random
from datetime import date, time
from pathlib import Path

import pytest

from kindling.travel.reading.feed import read_feed
from kindling.travel.reading.findings import Findings
from kindling.travel.scan import CHANGE, scan, way_by
from kindling.travel.tests.feeds import (
    EAST,
    FAR_AWAY,
    HARBOR_END,
    HILL_TOP,
    KM,
    MARKET,
    SCHOOL,
    TIMES,
    TRIPS,
    zipped,
)
from kindling.travel.walking import TO_A_STOP, walk
from kindling.travel.ways import Days, Place, clocks, ways_between

TUESDAY, SATURDAY = 1, 5


def days(**files):
    read = read_feed(zipped(files), Findings(), today=date(2026, 10, 13))
    assert read is not None
    return Days(read.timetable)


def there(way):
    return (*clocks(way), way.minutes)


def between(at, *, on=(TUESDAY,), starts=time(9), ends=time(14), start=SCHOOL, **files):
    [found] = ways_between(days(**files), start, [Place(at, on, starts, ends)])
    return found


def test_one_bus_there_and_back():
    ways = between(HARBOR_END)

    assert there(ways.there) == (time(8, 30), time(8, 50), 20)
    assert there(ways.home) == (time(14, 5), time(14, 25), 20)


def test_who_is_expected_earlier_takes_the_bus_before():
    ways = between(HARBOR_END, starts=time(8, 45))

    assert there(ways.there) == (time(8), time(8, 20), 20)


def test_a_change_with_a_walk_between_two_stops():
    ways = between(HILL_TOP)

    assert there(ways.there) == (time(8, 30), time(8, 57), 27)
    assert there(ways.home) == (time(14, 10), time(14, 55), 45)  # the bus at 14:16 is gone


def test_a_change_that_is_too_short_is_none():
    late = TIMES.replace("e847,08:47:00,08:47:00", "e847,08:45:00,08:45:00")

    ways = between(HILL_TOP, starts=time(9, 5), **{"stop_times.txt": late})

    assert there(ways.there) == (time(8), time(8, 30), 30)


def test_the_walk_to_the_first_stop_and_from_the_last_counts():
    home = (SCHOOL[0] - 0.5 * KM, SCHOOL[1])
    place = (HARBOR_END[0], HARBOR_END[1] + 0.25 * EAST)

    ways = between(place, start=home)

    first, last = walk(home, SCHOOL), walk(place, HARBOR_END)
    assert ways.there.leave == 8 * 3600 + 30 * 60 - first
    assert ways.there.come == 8 * 3600 + 50 * 60 + last


def test_near_enough_to_walk():
    near = (SCHOOL[0] + 1 * KM, SCHOOL[1])

    ways = between(near)

    assert ways.there.on_foot
    assert there(ways.there) == (time(8, 43), time(9), 17)


def test_where_nothing_goes_one_needs_a_car():
    assert between(FAR_AWAY).needs_car
    assert between(HARBOR_END, on=(SATURDAY,)).needs_car
    assert between(HARBOR_END, starts=time(7)).needs_car  # the first bus is too late
    assert between(HARBOR_END, ends=time(20)).needs_car  # and the last one gone
    assert between(HARBOR_END, starts=time(11)).needs_car  # two hours too early is no way


def test_days_without_a_way_are_left_out():
    ways = between(HARBOR_END, on=(TUESDAY, SATURDAY))

    assert (ways.days, ways.needs_car) == ((TUESDAY,), False)


def test_where_nobody_may_get_in_or_out():
    header = TIMES.splitlines()[0] + ",pickup_type,drop_off_type"
    rows = [f"{row},0,0" for row in TIMES.splitlines()[1:]]
    no_way_out = [row.replace("C,3,0,0", "C,3,0,1") for row in rows]

    ways = between(HARBOR_END, **{"stop_times.txt": "\n".join([header, *no_way_out])})

    assert ways.needs_car


def test_a_trip_of_the_night_before_runs_in_the_first_hours():
    trips = TRIPS + "1,week,night\n"
    times = TIMES + "night,29:00:00,29:00:00,A,1\nnight,29:20:00,29:20:00,C,2\n"

    ways = between(HARBOR_END, starts=time(5, 30), **{"trips.txt": trips, "stop_times.txt": times})
    monday = between(
        HARBOR_END, on=(0,), starts=time(5, 30), **{"trips.txt": trips, "stop_times.txt": times}
    )

    assert there(ways.there) == (time(5), time(5, 20), 20)
    assert monday.needs_car  # on Sunday nothing runs


def test_times_that_are_not_said_lie_between_those_that_are():
    times = TIMES.replace("n830,08:40:00,08:41:00,B", "n830,,,B")

    ways = between(MARKET, **{"stop_times.txt": times})

    assert there(ways.there) == (time(8, 30), time(8, 40), 10)


def test_every_ten_minutes():
    headway = "trip_id,start_time,end_time,headway_secs\nn830,08:00:00,09:00:00,600\n"

    ways = between(HARBOR_END, starts=time(9, 5), **{"frequencies.txt": headway})

    assert there(ways.there) == (time(8, 40), time(9), 20)


def test_kept_and_read_again_it_says_the_same():
    made = days()
    again = Days(type(made.timetable).unpacked(made.timetable.packed()))
    place = Place(HILL_TOP, (TUESDAY,), time(9), time(14))

    assert ways_between(again, SCHOOL, [place]) == ways_between(made, SCHOOL, [place])


def earliest(hops, feet, near, leave, stops):
    """When one is at each stop after leaving then: plain, slow, forward. By vehicle, not on foot."""
    ready, came, aboard = {}, {}, set()
    for stop, seconds in near.items():
        ready[stop] = leave + seconds
    for leaves, comes, start, end, trip, _gets_in, _gets_out in hops:
        if trip in aboard or ready.get(start, 10**9) <= leaves:
            aboard.add(trip)
            came[end] = min(came.get(end, 10**9), comes)
            ready[end] = min(ready.get(end, 10**9), comes + CHANGE)
            for other, seconds in feet[end]:
                ready[other] = min(ready.get(other, 10**9), comes + seconds)
    return came


@pytest.mark.parametrize("seed", range(6))
def test_it_agrees_with_trying_every_minute(seed):
    chance = random.Random(seed)  # noqa: S311  (the same for every run)
    hops, stops = [], 9
    for trip in range(40):
        at, where = chance.randrange(0, 100) * 60, chance.randrange(stops)
        for _hop in range(chance.randrange(1, 5)):
            to, takes = chance.randrange(stops), chance.randrange(1, 12) * 60
            hops.append((at, at + takes, where, to, trip, True, True))
            at, where = at + takes + 60, to
    hops.sort(key=lambda hop: hop[0])
    feet = [[((n + 1) % stops, 300)] for n in range(stops)]
    near, by = {0: 120, 3: 480}, 100 * 60

    came = scan([hop for hop in hops if hop[0] <= by], feet, near)

    tried = [(leave, earliest(hops, feet, near, leave, stops)) for leave in range(-600, by, 60)]
    for stop in range(stops):
        good = [leave for leave, at in tried if at.get(stop, 10**9) <= by]
        way = way_by({stop: came[stop]} if stop in came else {}, {stop: 0}, 10**6, by)
        usable = [leave for leave in good if by - leave < 45 * 60]
        if usable:
            assert way.leave // 60 * 60 == max(usable)


CAIRNS = Path(os.environ.get("CAIRNS_GTFS", "../shared/data/gtfs/cairns_gtfs.zip"))


@pytest.mark.skipif(not CAIRNS.exists(), reason="the feed of a real city is not here")
def test_a_real_city():
    findings = Findings()
    read = read_feed(CAIRNS.read_bytes(), findings, today=date(2026, 10, 13))
    assert read is not None
    city = Days(read.timetable)
    hops = list(zip(*read.timetable.hops(TUESDAY, home=False).tolist(), strict=True))
    pier, palm_cove = (-16.9186, 145.7781), (-16.7440, 145.6711)
    near = read.timetable.nearby.around(pier, TO_A_STOP)

    [ways] = ways_between(city, pier, [Place(palm_cove, (TUESDAY,), time(9), time(15))])

    assert findings.faults == []
    came = earliest(hops, city.on_foot(home=False), near, ways.there.leave, 0)
    goal = read.timetable.nearby.around(palm_cove, TO_A_STOP)
    assert min(came[stop] + walked for stop, walked in goal.items() if stop in came) <= 9 * 3600
    assert 45 <= ways.there.minutes <= 90
