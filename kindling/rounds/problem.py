"""What a round decides on, as one JSON text: gathered once, kept for ever, run again by anybody."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db.models import Count, Q

from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.rounds.classes import EVERYBODY, GRADE, RETURNING
from kindling.rounds.eligibility import Gate
from kindling.rounds.mechanism import Applicant, Place, Problem, asked_seats
from kindling.rounds.models import Choice, Outcome, Pick, Round


def gather(one: Round, seed: str) -> dict[str, Any]:
    """Read lists, seats and classes of the round, all by public ids; ten statements at most.

    {"students": [{"id", "wishes": [place], "barred": {place: code}, "turn"}],
     "places": [{"id", "seats", "classes": {student: number}, "asked": [student], "asked_seats"}]}
    """
    free = Count(
        "opportunity__seats",
        filter=Q(opportunity__seats__is_offered=True, opportunity__seats__is_taken=False),
    )
    places = one.places.select_related("opportunity__site", "opportunity__commute").annotate(
        free=free
    )
    by_key = {place.pk: place for place in places.order_by("public_id")}
    wishes = _wishes(one)
    people = Student.objects.filter(pk__in=wishes, state=Student.State.ENROLLED)
    students = list(people.select_related("person").order_by("public_id"))
    told = _students(one, students, wishes, by_key)
    ids = {student.public_id for student in students}
    return {"students": told, "places": _places(one, by_key, students, ids, seed)}


def _wishes(one: Round) -> dict[int, list[int]]:
    rows = Choice.objects.filter(ballot__round=one).order_by("number")
    wishes: dict[int, list[int]] = defaultdict(list)
    for student, place in rows.values_list("ballot__student", "place"):
        wishes[student].append(place)
    return wishes


def _students(
    one: Round,
    students: list[Student],
    wishes: dict[int, list[int]],
    places: Mapping[int, Any],
) -> list[dict[str, Any]]:
    gate, before = Gate(one, students), _before(one)
    told = []
    for student in students:
        listed = [places[key] for key in wishes[student.pk]]
        bars = {place.public_id: gate.bar(student, place) for place in listed}
        if before.get(student.pk):  # they have a place of the round before
            continue
        told.append(
            {
                "id": student.public_id,
                "wishes": [key for key, bar in bars.items() if bar is None],
                "barred": {key: bar.code for key, bar in bars.items() if bar},
                "turn": 0 if student.pk in before else 1,
            }
        )
    return told


def _before(one: Round) -> dict[int, bool]:
    """Who was in the round before this one → whether they got a place there."""
    if one.after_id is None:
        return {}
    rows = Outcome.objects.filter(round=one.after_id).values_list("student", "pursuit")
    return {student: pursuit is not None for student, pursuit in rows}


def _places(
    one: Round,
    places: Mapping[int, Any],
    students: list[Student],
    ids: set[str],
    seed: str,
) -> list[dict[str, Any]]:
    seats = {place.public_id: min(place.seats, place.free) for place in places.values()}
    asked = _asked(one, ids) if one.asked_share else {}
    many = {place: len(who) for place, who in asked.items()}
    first = asked_seats(seats, many, one.asked_share, seed)
    returning = _returning(students) if one.returning_first else {}
    grade = {one_.public_id: GRADE for one_ in students if one_.grade in one.grades}
    told = []
    for place in places.values():
        back = dict.fromkeys(returning.get(place.opportunity.site_id, ()), RETURNING)
        told.append(
            {
                "id": place.public_id,
                "seats": seats[place.public_id],
                "classes": {**grade, **back},
                "asked": sorted(asked.get(place.public_id, ())),
                "asked_seats": first.get(place.public_id, 0),
            }
        )
    return told


def _asked(one: Round, ids: set[str]) -> dict[str, set[str]]:
    """Place → whom its mentor asked for, among those who take part."""
    asked: dict[str, set[str]] = defaultdict(set)
    rows = Pick.objects.filter(place__round=one)
    for place, student in rows.values_list("place__public_id", "student__public_id"):
        if student in ids:
            asked[place].add(student)
    return asked


def _returning(students: list[Student]) -> dict[int, set[str]]:
    """Site → who has learned there."""
    ids = {student.pk: student.public_id for student in students}
    back: dict[int, set[str]] = defaultdict(set)
    rows = Placement.objects.filter(student__in=ids).values_list("site", "student").distinct()
    for site, student in rows:
        back[site].add(ids[student])
    return back


def problem_of(told: dict[str, Any]) -> Problem:
    """Read what `gather` wrote."""
    return Problem(
        applicants=tuple(
            Applicant(row["id"], tuple(row["wishes"]), row["turn"]) for row in told["students"]
        ),
        places=tuple(
            Place(
                row["id"],
                row["seats"],
                row["classes"],
                frozenset(row["asked"]),
                row["asked_seats"],
            )
            for row in told["places"]
        ),
        last=EVERYBODY,
    )


def digest_of(told: dict[str, Any]) -> str:
    """The SHA-256 of the record, however its keys are ordered."""
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def listed_counts(told: dict[str, Any]) -> Counter[str]:
    """Place → on how many lists it stands."""
    return Counter(place for row in told["students"] for place in row["wishes"])
