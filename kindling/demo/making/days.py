"""Four months of internship days, and today as far as the clock has come."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, datetime, timedelta

from kindling.attendance.expected import Expected, Planned, expected_days, minutes_between
from kindling.attendance.models import Day, Entry, Hours
from kindling.demo.making.ways import by_some_way, spend
from kindling.demo.names import GOALS, LINES, NOTES
from kindling.placements.models import Placement, PlannedDay
from kindling.schedule.queries import closed_days
from kindling.schools.models import School, Term

SILENT = {3, 29}  # of each forty placements, these do not check in today


def fill_days(school: School, placements: list[Placement], first: date, last: date) -> None:
    """Write what student and mentor said on each expected day that has no row yet."""
    by_pk = {p.pk: p for p in placements}
    terms = list(Term.objects.filter(school=school))
    have = set(Day.objects.filter(school=school, on__gte=first).values_list("placement", "on"))
    days = []
    for expected in expected_of(school, placements, first, last):
        if (expected.placement_id, expected.on) in have:
            continue
        placement = by_pk[expected.placement_id]
        chance = random.Random(f"{placement.pk} {expected.on}")
        day = make_day(school, placement, expected, chance)
        if day is not None:
            day.term = next((t for t in terms if t.starts_on <= day.on <= t.ends_on), None)
            days.append(day)
    Day.objects.bulk_create(days, batch_size=400)
    Entry.objects.bulk_create([e for day in days for e in entries_of(day)], batch_size=400)
    add_up(school, placements)


def expected_of(
    school: School, placements: list[Placement], first: date, last: date
) -> list[Expected]:
    rows = PlannedDay.objects.filter(placement__in=placements)
    planned = [
        Planned(r.placement_id, r.weekday, r.starts_at, r.ends_at, r.since_on, r.until_on)
        for r in rows
    ]
    return expected_days(planned, closed_days(school, first, last), first, last)


def make_day(
    school: School, placement: Placement, expected: Expected, chance: random.Random
) -> Day | None:
    """One day as it may have gone; None where nobody has said anything yet."""
    start, end = expected.moments(school.zone)
    now, is_today = school.now(), expected.on == school.today()
    came = start + timedelta(minutes=chance.choice([-6, -3, -1, 0, 2, 3, 5, 9, 24]))
    left = end + timedelta(minutes=chance.choice([-12, -2, 0, 1, 4, 8]))
    missed = placement.pk % 40 in SILENT if is_today else chance.random() < 0.04
    if came > now or (is_today and missed):
        return None
    day = Day(
        school=school,
        placement=placement,
        student_id=placement.student_id,
        on=expected.on,
        planned_starts_at=expected.starts_at,
        planned_ends_at=expected.ends_at,
        state=Day.State.CHECKED_IN,
        goal=chance.choice(GOALS),
        student_in_at=came,
    )
    if left <= now:
        check_out(day, left, chance)
        if missed:
            be_absent(day, now)
        elif not is_today and school.today() - expected.on > patience(placement, chance):
            confirm(day, left, chance)
    spend(day)
    return day


def patience(placement: Placement, chance: random.Random) -> timedelta:
    """How long the mentor takes to answer. Sam takes five days, so his link asks something."""
    return timedelta(days=5 if placement.mentor.name == "Sam Ito" else chance.randint(1, 5))


def check_out(day: Day, left: datetime, chance: random.Random) -> None:
    day.state, day.standing = Day.State.CHECKED_OUT, Day.Standing.WAITING
    pair = LINES.index(chance.choice(LINES)) // 2 * 2  # one of two: a week never says a line twice
    day.student_out_at, day.line = left, LINES[pair + day.on.toordinal() // 2 % 2]
    day.minutes = minutes_between(day.student_in_at or left, left)


def be_absent(day: Day, now: datetime) -> None:
    day.state, day.standing, day.minutes = Day.State.ABSENT, Day.Standing.NONE, 0
    day.goal, day.line = "", ""
    day.student_in_at = day.student_out_at = None
    day.mentor_said_at = now - timedelta(days=1)


def confirm(day: Day, left: datetime, chance: random.Random) -> None:
    """Most mentors say yes; one in fifty remembers other times."""
    day.mentor_said_at = left + timedelta(hours=chance.randint(1, 30))
    day.mentor_in_at, day.mentor_out_at = day.student_in_at, day.student_out_at
    day.state, day.standing = Day.State.CONFIRMED, Day.Standing.CONFIRMED
    if chance.random() < 0.1:
        day.mentor_note, day.mentor_note_is_shared = chance.choice(NOTES), True
    if chance.random() < 0.004:
        day.mentor_out_at = left - timedelta(minutes=60)
        day.state, day.standing = Day.State.DISPUTED, Day.Standing.DISPUTED


def entries_of(day: Day) -> list[Entry]:
    """What was said, in the order it was said."""
    person = day.placement.student.person
    rows = []
    if day.student_in_at:
        came = {"by": person, "voice": "student", "in_at": day.student_in_at}
        rows.append(entry(day, "check_in", day.student_in_at, text=day.goal, **came))
    if day.student_out_at:
        went = {"by": person, "voice": "student", "out_at": day.student_out_at}
        text = {"text": day.line, "minutes": day.minutes}
        rows.append(entry(day, "check_out", day.student_out_at, **went, **text))
    if day.mentor_said_at:
        kinds = {"confirmed": "confirm", "disputed": "correct", "absent": "absent"}
        said = {"in_at": day.mentor_in_at, "out_at": day.mentor_out_at, "voice": "mentor"}
        kind = kinds[day.state]
        rows.append(entry(day, kind, day.mentor_said_at, by=day.placement.mentor, **said))
    return rows


def entry(day: Day, kind: str, at: datetime, **facts: object) -> Entry:
    return by_some_way(Entry(school=day.school, day=day, kind=kind, at=at, **facts))


def add_up(school: School, placements: list[Placement]) -> None:
    """Keep the sums of hours as the actions would have."""
    sums: dict[tuple[int, int | None], Hours] = {}
    days = Day.objects.filter(placement__in=placements).exclude(standing=Day.Standing.NONE)
    students = {p.pk: p.student_id for p in placements}
    totals: dict[tuple[int, int | None, str], int] = defaultdict(int)
    for placement, term, standing, minutes in days.values_list(
        "placement", "term", "standing", "minutes"
    ):
        totals[placement, term, standing] += minutes or 0
    for (placement, own_term, standing), total in totals.items():
        key = (placement, own_term)
        if key not in sums:
            student = students[placement]
            sums[key] = Hours(
                school=school, placement_id=placement, term_id=own_term, student_id=student
            )
        setattr(sums[key], standing, total)
    Hours.objects.filter(placement__in=placements).delete()
    Hours.objects.bulk_create(sums.values(), batch_size=400)
