"""Tuesday 13 October by the clock on Harbor View's wall, and the worker's half minute."""

from __future__ import annotations

from contextlib import contextmanager

import time_machine

from kindling.attendance.tests.placed import at
from kindling.ladder.actions import climb_ladders
from kindling.ladder.models import Alarm, Call
from kindling.notices.models import Notice


@contextmanager
def clock(time: str, day: str = "2026-10-13"):
    """`with clock("9:16"):` stands at that minute."""
    with time_machine.travel(at(f"{day} {time.zfill(5)}"), tick=False):
        yield


def climb_at(*times: str, day: str = "2026-10-13") -> None:
    """Let the worker look at each of these minutes."""
    for time in times:
        with clock(time, day):
            climb_ladders()


def told() -> list[tuple[str, str]]:
    """(who, as what), in the order of the ladder."""
    rows = Call.objects.order_by("pk").values_list("person__given_name", "part")
    return sorted(rows, key=lambda row: (Call.Part.values.index(row[1]), row[0]))


def the_alarm() -> Alarm:
    return Alarm.objects.get()


def letters(kind: str) -> list[tuple[str, str]]:
    """(who, subject) of one kind of message."""
    rows = Notice.objects.filter(kind=f"ladder/{kind}").order_by("person__given_name")
    return list(rows.values_list("person__given_name", "subject"))
