"""What the bearer of a link hands in: their own items about the students the link names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kindling.clearance import rules
from kindling.clearance.demands import RuleSet
from kindling.clearance.holding import Holders
from kindling.clearance.items import Item, Stage
from kindling.clearance.overview import with_mentors
from kindling.clearance.pairs import Pair
from kindling.clearance.queries.pages import Row, asked_by, row_of, subject_of
from kindling.clearance.reading import Key, Reading, key_of
from kindling.clearance.rules import Subject
from kindling.clearance.standing import Standing
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Task:
    """One item to hand in, for one student at one place."""

    row: Row
    pair: Pair
    item: Item
    subject: Subject

    @property
    def key(self) -> str:
        """What the form sends back."""
        return f"{self.item.key}.{self.pair.key}"


@dataclass(frozen=True)
class LinkPage:
    """What waits for the bearer, and what they have done."""

    open: list[Task]
    done: list[Task]
    rule_set: RuleSet


WAITS = frozenset(
    {Standing.MISSING, Standing.REJECTED, Standing.EXPIRED, Standing.EXPIRING, Standing.WAITING}
)


def link_page(viewer: Viewer, on: date) -> LinkPage:
    """Return the page; every item once, however many students it is about."""
    pairs = [_as_bearer(viewer, pair) for pair in with_mentors(_pairs(viewer), on)]
    reading, holders = Reading(viewer.school, pairs), Holders(viewer.school, pairs, on)
    tasks: dict[Key, Task] = {}
    for pair in pairs:
        for line in reading.lines(pair, on):
            item = line.demand.item
            row = row_of(viewer, line, pair, holders)
            if row.may_hand_in:
                subject = asked_by(subject_of(item.on, pair), pair)
                tasks.setdefault(key_of(item.key, item.on, pair), Task(row, pair, item, subject))
    waits = [one for one in tasks.values() if one.row.line.standing in WAITS and not one.row.line.renewal]  # fmt: skip
    done = [one for one in tasks.values() if one not in waits]
    return LinkPage(waits, done, reading.rule_set)


def _pairs(viewer: Viewer) -> list[Pair]:
    students = {one.public_id: one for one in rules.named_students(viewer)}
    places = {one.public_id: one for one in rules.named_places(viewer)}
    pairs = []
    for one in sorted(viewer.subjects):
        student, place, *stage = one.split(".")
        if student in students and place in places:
            before = Stage(stage[0]) if stage else Stage.INTERNSHIP
            pairs.append(Pair(students[student], places[place], before))
    return pairs


def _as_bearer(viewer: Viewer, pair: Pair) -> Pair:
    """A mentor answers for themselves, also where somebody else leads."""
    today, bearer = viewer.school.today(), viewer.person
    here = rules.leads_at([pair.opportunity.site_id], today).filter(person=bearer)
    return replace(pair, mentor=bearer) if bearer and here.exists() else pair
