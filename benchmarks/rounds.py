"""Matching rounds: the draw alone, 3,000 students by 4,000 places; and the adapter for score_match.

As a program it prints one line. As a module it is an adapter: match(problem, seed) → {student: place}.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kindling.rounds.mechanism import Applicant, Place, Problem
from kindling.rounds.mechanism import match as draw

STUDENTS, PLACES, LISTED = 3000, 4000, 8


def match(problem, seed):
    """The problem of a benchmark as ours: what nobody may take is left off the lists first."""
    places = {place["id"]: place for place in problem["places"]}
    applicants = tuple(
        Applicant(
            one["id"],
            tuple(key for key in one["prefs"] if key in places and may(one, places[key])),
        )
        for one in problem["students"]
    )
    ours = tuple(
        Place(key, place["capacity"], place.get("priority", {})) for key, place in places.items()
    )
    problem = Problem(applicants, ours, problem.get("default_priority", 9))
    return dict(draw(problem, str(seed)).places)


def may(student, place):
    if "days" in place and "days" in student and not set(place["days"]) <= set(student["days"]):
        return False
    age = student.get("age")
    if place.get("min_age") and age is not None and age < place["min_age"]:
        return False
    most, minutes = student.get("max_minutes"), student.get("minutes", {})
    return most is None or minutes.get(place["id"], 0) <= most


def a_district(chance):
    """Popular places stand on many lists; a few students go first at some."""
    keys = [f"p{n:04}" for n in range(PLACES)]
    weights = [1 / (1 + n / 40) for n in range(PLACES)]
    students = []
    for n in range(STUDENTS):
        wishes = dict.fromkeys(chance.choices(keys, weights, k=3 * LISTED))
        students.append(Applicant(f"s{n:04}", tuple(wishes)[:LISTED]))
    places = [
        Place(
            key,
            chance.choice((1, 1, 1, 2, 3)),
            {f"s{chance.randrange(STUDENTS):04}": 2 for _ in range(5)},
        )
        for key in keys
    ]
    return Problem(tuple(students), tuple(places))


def measure() -> dict[str, float]:
    """CPU milliseconds of one round, the best of three, and how many are placed."""
    problem, best = a_district(random.Random(4)), 1e9  # noqa: S311
    for _ in range(3):
        began = time.process_time()
        result = draw(problem, "seed")
        best = min(best, time.process_time() - began)
    placed = sum(place is not None for place in result.places.values())
    return {"ms": best * 1000, "placed": placed / STUDENTS}


if __name__ == "__main__":
    told = measure()
    print(
        f"rounds: {STUDENTS} students x {PLACES} places in {told['ms']:.0f} ms of CPU, "
        f"{told['placed']:.0%} placed"
    )
