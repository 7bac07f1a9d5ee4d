"""What students have, kind by kind: as many statements for a page of fifty as for one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from kindling.gateways.models import Gateway, Line
from kindling.gateways.rules import facts as on_record
from kindling.gateways.rules import lines_of, waivers_of
from kindling.gateways.standing import Facts, Standing, standings_of
from kindling.schools.models import School

Kind = Line.Kind
type Counted = Callable[[School, list[int]], Iterable[Any]]

# kind → (student, what counts, what waits), one statement each.
COUNTED: dict[str, Counted] = {
    Kind.HOURS: on_record.hours_of,
    Kind.EXHIBITIONS: on_record.exhibitions_of,
    Kind.PLANS: on_record.plans_of,
    Kind.GOALS: on_record.goals_of,
    Kind.TESTS: on_record.tests_of,
    Kind.CHAPTERS: on_record.chapters_of,
}


def facts_of(school: School, students: Collection[int], kinds: set[str]) -> dict[int, Facts]:
    """Return student's key → what they have, for these kinds of lines. Ask for whom one sees."""
    keys = sorted(students)
    found = {key: Facts() for key in keys}
    for kind in sorted(kinds & COUNTED.keys()):
        for student, done, *waits in COUNTED[kind](school, keys):
            found[student].done[kind] = done or 0
            found[student].waits[kind] = (waits[0] or 0) if waits else 0
    for kind, gather in GATHERED.items():
        if kind in kinds:
            gather(school, keys, found)
    if kinds & Line.SHOWN:
        _shown(school, keys, found)
    return found


def _courses(school: School, keys: list[int], found: dict[int, Facts]) -> None:
    """What the state asks: met by a course or otherwise; what a course now would meet."""
    asked = set(on_record.required_courses(school))
    met: dict[int, set[int]] = {key: set() for key in keys}
    for student, required in on_record.courses_met(school, keys):
        met[student].add(required)
    for student, required in on_record.otherwise_met(school, keys):
        met[student].add(required)
    on_the_way: dict[int, set[int]] = {key: set() for key in keys}
    for student, required in on_record.courses_under_way(school, keys):
        on_the_way[student].add(required)
    for key in keys:
        facts, done = found[key], met[key] & asked
        facts.asked[Kind.COURSES], facts.done[Kind.COURSES] = len(asked), len(done)
        facts.waits[Kind.COURSES] = len((on_the_way[key] & asked) - done)


def _credits(school: School, keys: list[int], found: dict[int, Facts]) -> None:
    """How many subjects of the rules in use have the credits that they ask for."""
    asked = dict(on_record.credits_asked(school))
    for key in keys:
        found[key].asked[Kind.CREDITS] = len(asked)
    for student, subject, amount in on_record.credits_of(school, keys):
        if subject in asked:
            part = "done" if amount >= asked[subject] else "waits"
            getattr(found[student], part)[Kind.CREDITS] += 1


def _theses(school: School, keys: list[int], found: dict[int, Facts]) -> None:
    for student, state in on_record.theses_of(school, keys):
        found[student].thesis = state


def _after_plans(school: School, keys: list[int], found: dict[int, Facts]) -> None:
    for student, state in on_record.after_plans_of(school, keys):
        found[student].after = state


def _shown(school: School, keys: list[int], found: dict[int, Facts]) -> None:
    """What was shown, line by line."""
    for student, line, done, waits in on_record.shown_of(school, keys):
        found[student].shown[line], found[student].showing[line] = done, waits


GATHERED: dict[str, Callable[[School, list[int], dict[int, Facts]], None]] = {
    Kind.COURSES: _courses,
    Kind.CREDITS: _credits,
    Kind.THESIS: _theses,
    Kind.AFTER: _after_plans,
}


def standings_now(gateway: Gateway) -> list[Standing]:
    """How each line of one way stands at this moment."""
    lines = list(lines_of([gateway.checklist_id]))
    kinds = {one.kind for one in lines}
    facts = facts_of(gateway.school, [gateway.student_id], kinds)[gateway.student_id]
    waivers = {one.line_key: one.reason for one in waivers_of([gateway.pk])}
    return standings_of(lines, facts, waivers)
