"""The no-show ladder when a whole network is expected and many are silent.

    python benchmarks/network.py --silence

A quarter past the last school's start one student in twenty has said nothing; then nobody has. The
clock's look at all schools is timed: every step must fire within 60 s of its time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

MOST = 60.0
STARTS = 9  # o'clock, at every site of the seeded network


def measure_silence() -> bool:
    """Print what each look takes; say whether all stay under a minute."""
    from kindling.attendance.models import Day  # noqa: PLC0415
    from kindling.placements.models import Placement  # noqa: PLC0415
    from kindling.schools.models import School  # noqa: PLC0415

    schools = list(School.objects.order_by("pk"))
    moment = max(at_quarter_past(one.now()) for one in schools)
    os.environ["KINDLING_NOW"] = moment.isoformat()
    today = moment.date()
    placements = Placement.objects.filter(
        state__in=Placement.RUNNING, planned_days__weekday=today.weekday()
    )
    expected = list(placements.distinct().only("school", "student"))
    print(f"{len(expected):,} students of {len(schools)} schools are expected on {today}")
    forget_today()
    arrive((one for n, one in enumerate(expected) if n % 20), moment)
    is_good = look("one in twenty is silent")
    is_good = look("the same half a minute later") and is_good
    os.environ["KINDLING_NOW"] = (moment + timedelta(minutes=15)).isoformat()
    is_good = look("advisors and mentors are told") and is_good
    forget_today()
    os.environ["KINDLING_NOW"] = moment.isoformat()
    is_good = look("everybody is silent") and is_good
    Day.objects.filter(on=today).delete()
    return is_good


def at_quarter_past(now: datetime) -> datetime:
    return now.replace(hour=STARTS, minute=16, second=0, microsecond=0)


def forget_today() -> None:
    """Nobody has said a word, and nobody was told."""
    from kindling.attendance.models import Day  # noqa: PLC0415
    from kindling.ladder.models import Alarm  # noqa: PLC0415
    from kindling.notices.models import Notice  # noqa: PLC0415

    moment = datetime.fromisoformat(os.environ["KINDLING_NOW"])
    Day.objects.filter(on=moment.date()).delete()
    Alarm.objects.all().delete()
    Notice.objects.all().delete()
    tidy()


def tidy() -> None:
    """What autovacuum does within a minute: the throw-away server has none."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE attendance_day, ladder_alarm, notices_notice")


def arrive(placements: Iterable[object], at: datetime) -> None:
    """These have checked in."""
    from kindling.attendance.models import Day  # noqa: PLC0415

    days = [
        Day(school_id=one.school_id, placement=one, student_id=one.student_id, on=at.date(),
            state=Day.State.CHECKED_IN, student_in_at=at)
        for one in placements
    ]  # fmt: skip
    Day.objects.bulk_create(days, batch_size=1000)
    tidy()


def look(title: str) -> bool:
    """Time one look at every school, as the worker's clock makes it."""
    from kindling.ladder.actions.climbing import climb_ladders  # noqa: PLC0415
    from kindling.ladder.models import Alarm, Ladder  # noqa: PLC0415
    from kindling.notices.models import Notice  # noqa: PLC0415

    Ladder.objects.update(look_at=timezone.now() - timedelta(days=1))
    began, worked = time.perf_counter(), time.process_time()
    climb_ladders()
    took, mine = time.perf_counter() - began, time.process_time() - worked
    print(
        f"{title:<32}{took:6.1f} s ({mine:.1f} s of it the worker's CPU), "
        f"{Alarm.objects.count():,} alarms, {Notice.objects.count():,} messages"
    )
    return took < MOST
