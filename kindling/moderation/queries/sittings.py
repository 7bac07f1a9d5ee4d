"""What the pages of a sitting show: who still marks, then where people differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.goals.models import Level
from kindling.goals.queries import levels_of
from kindling.moderation import rules
from kindling.moderation.agreement import Agreement, agreement
from kindling.moderation.models import Marking, Sampled, Sitting
from kindling.moderation.sampling import draw
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

State = Sitting.State


@dataclass(frozen=True)
class Progress:
    """One marker: how many they marked, of how many."""

    person: Person
    done: int
    of: int


@dataclass(frozen=True)
class Row:
    """One judgement of a sitting. `gap` is the widest one between the first mark and another."""

    sampled: Sampled
    marks: tuple[Marking, ...]
    gap: int
    is_mine: bool
    is_done: bool  # my mark is in, or it is open and settled


@dataclass(frozen=True)
class GoalLine:
    """How far people agree about one goal; the goal is "" for all together."""

    goal: str
    found: Agreement


@dataclass(frozen=True)
class SittingPage:
    """A sitting as this viewer may read it now."""

    sitting: Sitting
    rows: tuple[Row, ...]
    progress: tuple[Progress, ...]
    lines: tuple[GoalLine, ...]  # the first is of all goals together
    judges: tuple[tuple[str, int, int], ...]  # who judged first: in the pool, drawn
    present: tuple[Person, ...]
    is_drawn_again: bool  # the draw made anew from its seed gives the same
    may_record: bool


@dataclass(frozen=True)
class SampledPage:
    """One judgement while it is marked, or with all marks beside each other."""

    row: Row
    pieces: tuple[Evidence, ...]
    levels: tuple[Level, ...]
    mine: Marking | None
    is_open: bool
    may_mark: bool
    may_settle: bool
    may_answer: bool
    may_name: bool


def sitting_lines(viewer: Viewer) -> QuerySet[Sitting]:
    """Sittings, the newest first, with how many marks are asked for and how many are in."""
    rows = rules.visible_sittings(viewer).annotate(
        drawn=Count("sampled", distinct=True),
        asked=Count("sampled__markings"),
        marked=Count("sampled__markings", filter=Q(sampled__markings__level__isnull=False)),
    )
    return rows.order_by("-drawn_at", "-pk")


def sitting_page(viewer: Viewer, sitting: Sitting) -> SittingPage:
    """Read a sitting. Seven statements at most, however much was drawn."""
    is_open = sitting.state != State.MARKING
    sampled = list(rules.visible_sampled(viewer).filter(sitting=sitting).select_related(
        "first", "first_by", "judgement__goal", "judgement__student__person"
    ))  # fmt: skip
    marks: dict[int, list[Marking]] = defaultdict(list)
    for mark in rules.markings_of(viewer, sitting):
        marks[mark.sampled_id].append(mark)
    rows = [_row(viewer, one, marks[one.pk]) for one in sampled]
    if is_open:
        rows.sort(key=lambda row: (-row.gap, row.sampled.number))
    may_record = rules.may_record(viewer, sitting)
    return SittingPage(
        sitting=sitting,
        rows=tuple(rows),
        progress=_progress(viewer, sitting) if may_record and not is_open else (),
        lines=_lines(rows) if is_open else (),
        judges=_judges(viewer, sitting, sampled) if is_open else (),
        present=tuple(one.person for one in rules.present_at(sitting)) if is_open else (),
        is_drawn_again=is_open and _is_drawn_again(sitting, sampled),
        may_record=may_record,
    )


def _row(viewer: Viewer, sampled: Sampled, marks: list[Marking]) -> Row:
    first = sampled.first.position
    said = [mark for mark in marks if mark.level is not None]
    mine = [mark for mark in marks if mark.by_id == viewer.person_id]
    is_open = sampled.sitting.state != State.MARKING
    gaps = [abs(mark.level.position - first) for mark in said if mark.level] if is_open else []
    done = bool(sampled.outcome) if is_open else all(mark.level for mark in mine)
    return Row(sampled, tuple(marks), max(gaps, default=0), bool(mine), done)


def _progress(viewer: Viewer, sitting: Sitting) -> tuple[Progress, ...]:
    """How many each marked; never what."""
    asked: Counter[Person] = Counter()
    done: Counter[Person] = Counter()
    for mark in rules.asked_of(viewer, sitting):
        asked[mark.by] += 1
        done[mark.by] += mark.at is not None
    return tuple(Progress(person, done[person], asked[person]) for person in asked)


def _lines(rows: list[Row]) -> tuple[GoalLine, ...]:
    """All together first, then goal by goal, the ones that differ most on top."""
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        goal = str(row.sampled.judgement.goal)
        pairs[goal] += [
            (row.sampled.first.position, mark.level.position) for mark in row.marks if mark.level
        ]
    every = [pair for some in pairs.values() for pair in some]
    lines = [GoalLine(goal, agreement(some)) for goal, some in pairs.items() if some]
    lines.sort(key=lambda line: (line.found.same / line.found.pairs, line.goal))
    return (GoalLine("", agreement(every)), *lines) if every else ()


def _judges(
    viewer: Viewer, sitting: Sitting, sampled: list[Sampled]
) -> tuple[tuple[str, int, int], ...]:
    """Who judged first: how many of theirs were in the pool, and how many were drawn."""
    pool = Counter(judge for _key, judge in sitting.pool)
    drawn = Counter(one.first_by.public_id for one in sampled)
    names = {one.public_id: one.name for one in rules.people_named(viewer, list(pool))}
    rows = [(names.get(key, ""), count, drawn[key]) for key, count in pool.items()]
    return tuple(sorted(rows))


def _is_drawn_again(sitting: Sitting, sampled: list[Sampled]) -> bool:
    """Draw once more from what was kept: everything in the sitting must come up."""
    again = set(draw(((a, b) for a, b in sitting.pool), sitting.percent, sitting.seed))
    return {one.judgement.public_id for one in sampled} <= again


def sampled_page(viewer: Viewer, sampled: Sampled) -> SampledPage:
    """Read one: what it rests on, and, once the sitting is open, every mark."""
    is_open = sampled.sitting.state != State.MARKING
    marks = rules.markings_of(viewer, sampled.sitting).filter(sampled=sampled)
    row = _row(viewer, sampled, list(marks))
    mine = next((mark for mark in row.marks if mark.by_id == viewer.person_id), None)
    return SampledPage(
        row=row,
        pieces=tuple(rules.pieces_of(sampled)),
        levels=tuple(levels_of(sampled.judgement.goal.framework)),
        mine=mine,
        is_open=is_open,
        may_mark=not is_open and mine is not None and mine.level is None
        and rules.may_mark(viewer, sampled),
        may_settle=sampled.sitting.state == State.TALKING and rules.may_settle(viewer, sampled),
        may_answer=sampled.sitting.state == State.RECORDED
        and sampled.outcome == Sampled.Outcome.AGAIN
        and sampled.answered_at is None
        and rules.may_answer(viewer, sampled),
        may_name=rules.may_name(viewer, sampled),
    )  # fmt: skip


def words_of(found: Agreement) -> str:
    """How far people agree, in a sentence."""
    return {
        "few": _("Too few to say more than what stands here."),
        "close": _("You give the same levels."),
        "good": _("You mostly mean the same."),
        "fair": _("You mean the same about half the time. Talk about what a level looks like."),
        "poor": _("You mean different things. Read the levels together with two examples."),
    }[found.strength]
