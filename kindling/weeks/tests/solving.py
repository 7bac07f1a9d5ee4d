"""Weeks for the solvers: any that hypothesis can think of, and one as large as a school's."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from kindling.weeks.solving.problem import DAY, Problem, Room, Slot, Talk

PEOPLE = [f"p{n}" for n in range(6)]
VOICES = ["i1", "i2", "p5"]
FAMILIES = ["f1", "f2", "p4"]
at = st.integers(0, 11).map(lambda number: 540 + 30 * number)


@st.composite
def spans(draw):
    found = []
    for day in range(2):
        for _ in range(draw(st.integers(0, 2))):
            begin = draw(at)
            found.append((day * DAY + begin, day * DAY + begin + 30 * draw(st.integers(1, 6))))
    return tuple(found)


def some(keys, most):
    return st.lists(st.sampled_from(keys), unique=True, max_size=most).map(tuple)


@st.composite
def problems(draw):
    rooms = tuple(
        Room(f"r{n}", draw(spans()), draw(st.booleans())) for n in range(draw(st.integers(1, 3)))
    )
    talks = tuple(
        Talk(
            f"t{n}",
            draw(st.sampled_from([30, 45, 60])),
            (f"s{n}", *draw(some(PEOPLE, 3))),
            draw(some(FAMILIES, 1)),
            draw(st.lists(some(VOICES, 2), max_size=1).map(tuple)),
            draw(st.booleans()) and n % 3 == 0,
        )
        for n in range(draw(st.integers(0, 7)))
    )
    keys = [*PEOPLE, "i1", "i2", "s0", "s1"]
    free = draw(st.dictionaries(st.sampled_from(keys), spans(), max_size=4))
    busy = draw(st.dictionaries(st.sampled_from(keys), spans(), max_size=2))
    return Problem(rooms, talks, free, busy, draw(st.sampled_from([0, 10])), 15)


def a_large_week(talks=120, panelists=300, rooms=8, days=5, seed=6):
    """A school’s week: 120 students, 300 panelists, advisors, siblings, two languages."""
    chance = random.Random(seed)  # noqa: S311
    open_at = tuple((day * DAY + 540, day * DAY + 960) for day in range(days))
    lunch = tuple((day * DAY + 720, day * DAY + 765) for day in range(days))
    hours = tuple(
        span
        for (begin, end), (rest, back) in zip(open_at, lunch, strict=True)
        for span in ((begin, rest), (back, end))
    )
    made, free = [], {f"i{number}": hours[2 * number : 2 * number + 6] for number in range(3)}
    guests = chance.sample(range(panelists), panelists) + chance.choices(range(panelists), k=talks)
    for number in range(talks):
        mine = tuple(f"p{one}" for one in guests[3 * number : 3 * number + 3])
        made.append(a_talk(number, mine))
        # They found a half day that suits them all, and each has others.
        meet = chance.choice(halves_of(days))
        for one in mine:
            other = chance.sample(halves_of(days), 4)
            free[one] = tuple(sorted({*free.get(one, ()), meet, *other}))
    stand = tuple(Room(f"r{n}", hours, n < 2) for n in range(rooms))
    return Problem(stand, tuple(made), free, {}, 10, 15)


def halves_of(days):
    return [
        (day * DAY + begin, day * DAY + begin + 210) for day in range(days) for begin in (540, 750)
    ]


def a_talk(number, guests):
    """Fifteen to an advisor; every ninth needs an interpreter, every twelfth a screen."""
    return Talk(
        f"t{number:03}",
        60 if number % 4 == 0 else 45,
        (f"s{number}", f"a{number // 15}", *guests),
        (f"f{number // 2 if number < 40 else number}",),
        (("i0", "i1"),) if number % 9 == 0 else (),
        number % 12 == 0,
    )


def slot(room, day, hour, minute=0, *interpreters):
    return Slot(room, day * DAY + hour * 60 + minute, interpreters)
