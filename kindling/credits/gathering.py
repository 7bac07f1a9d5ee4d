"""What students have that a rule can count, for many at once: always the same few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from kindling.courses.models import CoursePlace
from kindling.credits.models import Clause, Crosswalk, Line
from kindling.credits.reckoning import Facts, Thing
from kindling.evidence.models import Evidence
from kindling.exhibitions.models import Exhibition
from kindling.goals.models import Goal
from kindling.judgements.models import Judgement
from kindling.requirements.queries import done_by
from kindling.schools.models import School, SchoolYear
from kindling.schools.viewer import Viewer

type Many = dict[int, list[Thing]]


def rules_of(crosswalk: Crosswalk) -> list[tuple[Line, list[Clause]]]:
    """Its lines with their clauses, in order. Two statements."""
    lines = Line.objects.filter(crosswalk=crosswalk).order_by("order", "pk")
    clauses: dict[int, list[Clause]] = defaultdict(list)
    for one in Clause.objects.filter(line__crosswalk=crosswalk).order_by("way", "pk"):
        clauses[one.line_id].append(one)
    return [(line, clauses[line.pk]) for line in lines]


def facts_of(
    school: School, students: Iterable[int], year: SchoolYear, *, without: Collection[str] = ()
) -> dict[int, Facts]:
    """Student's key → what counts in this year until today. Nine statements at most.

    without: public ids of judgements that the reader is to mark blind.
    """
    keys, last = list(students), min(year.ends_on, school.today())
    levels = _levels(school, keys, last, without)
    pieces = _pieces(school, keys, year.starts_on, last)
    exhibitions = _exhibitions(keys, year.starts_on, last)
    courses = _courses(keys, year.starts_on, last)
    done = done_by(Viewer.system(school), year, keys)
    return {
        key: Facts(
            levels=levels[key], pieces=tuple(pieces[key]), exhibitions=tuple(exhibitions[key]),
            courses=tuple(courses[key]), minutes=done[key].minutes["confirmed"],
        )
        for key in keys
    }  # fmt: skip


def _levels(
    school: School, keys: list[int], last: date, without: Collection[str]
) -> dict[int, dict[str, tuple[int, Thing]]]:
    """The level agreed on last, whatever year it was in: what one can, one can."""
    found: dict[int, dict[str, tuple[int, Thing]]] = defaultdict(dict)
    rows = Judgement.objects.filter(
        school=school, student__in=keys, level__isnull=False, closed_on__lte=last,
        state__in=(Judgement.State.ACCEPTED, Judgement.State.AWARDED),
    ).order_by("closed_on", "pk")  # fmt: skip
    wanted = (
        "student_id", "goal__identifier", "level__position", "goal__code", "goal__title",
        "level__mark", "public_id",
    )  # fmt: skip
    for student, identifier, position, code, title, mark, key in rows.values_list(*wanted):
        if key in without:
            continue
        thing = Thing(f"{code or title}: {mark}", "judgements:judgement", key)
        found[student][identifier] = (position, thing)
    return found


def _pieces(school: School, keys: list[int], first: date, last: date) -> Many:
    """Each with its goals and those above them. Two statements."""
    above = _above(school)
    rows = Evidence.objects.filter(
        school=school, student__in=keys, state=Evidence.State.KEPT, on__gte=first, on__lte=last
    ).order_by("on", "pk")
    wanted = ("pk", "student_id", "public_id", "title", "kind", "tags__goal__identifier")
    told: dict[int, tuple[int, str, str, str]] = {}
    goals: dict[int, set[str]] = defaultdict(set)
    for pk, student, key, title, kind, goal in rows.values_list(*wanted):
        told[pk] = (student, key, title, kind)
        goals[pk] |= above.get(goal, {goal}) if goal else set()
    found: Many = defaultdict(list)
    for pk, (student, key, title, kind) in told.items():
        found[student].append(Thing(title, "evidence:piece", key, kind, frozenset(goals[pk])))
    return found


def _above(school: School) -> dict[str, set[str]]:
    """Identifier of a goal → itself and those it belongs to, in any version."""
    rows: Any = Goal.objects.filter(school=school).order_by()
    paths: dict[tuple[int, str], str] = {}
    listed = list(rows.values_list("framework_id", "path", "identifier"))
    for framework, path, identifier in listed:
        paths[framework, path] = identifier
    found: dict[str, set[str]] = defaultdict(set)
    for framework, path, identifier in listed:
        steps = path.split(".")
        for depth in range(1, len(steps) + 1):
            one = paths.get((framework, ".".join(steps[:depth])))
            found[identifier] |= {one} if one else set()
    return found


def _exhibitions(keys: list[int], first: date, last: date) -> Many:
    """Those whose record stands; one that has to be done again counts for nothing."""
    rows = Exhibition.objects.filter(
        student__in=keys, on__gte=first, on__lte=last,
        state__in=Exhibition.OVER,
        result__in=(Exhibition.Result.MOVE_ON, Exhibition.Result.CONDITIONS),
    ).select_related("kind").order_by("on", "pk")  # fmt: skip
    found: Many = defaultdict(list)
    for one in rows:
        found[one.student_id].append(Thing(one.label, "exhibitions:exhibition", one.public_id))
    return found


def _courses(keys: list[int], first: date, last: date) -> Many:
    rows = CoursePlace.objects.filter(
        student__in=keys, state=CoursePlace.State.DONE,
        course__ends_on__gte=first, course__starts_on__lte=last,
    ).order_by("course__ends_on", "pk")  # fmt: skip
    found: Many = defaultdict(list)
    for student, title, key in rows.values_list("student_id", "course__title", "course__public_id"):
        found[student].append(Thing(title, "courses:course", key))
    return found
