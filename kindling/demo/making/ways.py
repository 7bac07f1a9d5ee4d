"""How the demo's days were spent, and by which way people said so. Most came and tapped a phone."""

from __future__ import annotations

import random
from datetime import timedelta

from kindling.attendance.models import Day, Entry, Method

Mode, AtSite = Day.Mode, Day.AtSite
# Of a hundred taps: without a network, with the code at the place, by text; the rest on the page.
WAYS = [Method.OFFLINE] * 6 + [Method.SITE_CODE] * 8 + [Method.TEXT] * 4


def spend(day: Day) -> None:
    """Now and then a day is spent elsewhere; one student in three lets the phone say yes or no."""
    chance = random.Random(f"{day.placement_id} {day.on} spent")
    dice = chance.random()
    if dice < 0.04 and day.line:
        day.mode = Mode.REMOTE if dice < 0.03 else Mode.FAMILY
    elif day.placement_id % 3 == 0:
        day.at_site = AtSite.YES if chance.random() < 0.95 else AtSite.NO


def by_some_way(entry: Entry) -> Entry:
    """Give a student's tap the way it was said; a tap that waited on a phone arrived later."""
    chance = random.Random(f"{entry.day.placement_id} {entry.day.on} {entry.kind}")
    if entry.voice != Entry.Voice.STUDENT:
        entry.method = Method.MENTOR
    else:
        entry.method = chance.choice(WAYS + [Method.PAGE] * (100 - len(WAYS)))
    if entry.method == Method.SITE_CODE and entry.day.at_site != AtSite.YES:
        entry.method = Method.PAGE
    if entry.method == Method.OFFLINE:
        later = entry.at + timedelta(minutes=chance.randint(9, 70))
        entry.arrived_at = min(later, entry.day.school.now())
    entry.weight = Method(entry.method).weight
    return entry
