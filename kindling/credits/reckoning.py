"""What a rule gives for what somebody has, and what still misses. Pure: no statement, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.credits.models import Clause, Line
from kindling.evidence.models import Evidence

Kind = Clause.Kind
STEP = Decimal("0.25")
MOST_SHOWN = 12


@dataclass(frozen=True)
class Thing:
    """A piece, a judgement, an exhibition, a course: what it is called, its page and its key."""

    title: str
    page: str = ""  # "evidence:piece"
    key: str = ""
    kind: str = ""
    goals: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facts:
    """What one student has in one year. levels: identifier of a goal → position, what shows it."""

    levels: dict[str, tuple[int, Thing]] = field(default_factory=dict)
    pieces: tuple[Thing, ...] = ()
    exhibitions: tuple[Thing, ...] = ()
    courses: tuple[Thing, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class Found:
    """One clause, looked at: what it asks, how much is there, what counts, what could."""

    words: str
    have: int
    asked: int
    shown: tuple[Thing, ...] = ()
    could: tuple[Thing, ...] = ()
    goals: tuple[tuple[str, str], ...] = ()  # that are not far enough: identifier, code
    units: Decimal | None = None  # hours give a part

    @property
    def is_met(self) -> bool:
        return self.have >= self.asked

    @property
    def missing(self) -> int:
        return max(self.asked - self.have, 0)

    @property
    def standing(self) -> str:
        """Return “3 of 4 are there”."""
        return ngettext(
            "%(have)s of %(asked)s is there", "%(have)s of %(asked)s are there", self.asked
        ) % {"have": self.have, "asked": self.asked}


@dataclass(frozen=True)
class Reckoned:
    """What a line gives, and the ways to it; `best` is the one that is met, or nearest."""

    line: Line
    amount: Decimal
    ways: tuple[tuple[Found, ...], ...]

    @property
    def best(self) -> tuple[Found, ...]:
        return max(self.ways, key=nearness, default=())

    @property
    def is_full(self) -> bool:
        return self.amount >= self.line.credits


def nearness(way: tuple[Found, ...]) -> float:
    """Between 0 and 1: how much of what a way asks for is there."""
    parts = [min(one.have / one.asked, 1.0) if one.asked else 1.0 for one in way]
    return sum(parts) / len(parts) if parts else 0.0


def reckon(line: Line, clauses: Sequence[Clause], facts: Facts) -> Reckoned:
    """Look at one subject. Without a clause it gives nothing."""
    ways: dict[int, list[Found]] = {}
    for clause in clauses:
        ways.setdefault(clause.way, []).append(FINDERS[Kind(clause.kind)](clause, facts))
    amount = max((_worth(line, way) for way in ways.values()), default=Decimal(0))
    return Reckoned(line, amount, tuple(tuple(way) for way in ways.values()))


def _worth(line: Line, way: list[Found]) -> Decimal:
    if not all(one.is_met for one in way):
        return Decimal(0)
    parts = [one.units for one in way if one.units is not None]
    return min([line.credits, *parts])


def words_of(clause: Clause) -> str:
    """The clause as a sentence without its dot, in the reader's language."""
    codes = ", ".join(code for _identifier, code in clause.goals)
    told = {"num": clause.number, "goals": codes, "words": clause.words}
    match clause.kind:
        case Kind.LEVELS:
            return _("%(goals)s at level %(num)s or further") % told
        case Kind.EXHIBITIONS:
            return (
                ngettext(
                    "%(num)s exhibition agreed in the year",
                    "%(num)s exhibitions agreed in the year", clause.number,
                ) % told
            )  # fmt: skip
        case Kind.HOURS:
            return _("a credit for each %(num)s confirmed hours, in quarters") % told
        case Kind.COURSES:
            if clause.words:
                return _("a finished course with “%(words)s” in its name") % told
            return _("a finished course or college class")
    return _pieces_words(clause, told)


def _pieces_words(clause: Clause, told: dict[str, Any]) -> str:
    told["kind"] = Evidence.Kind(clause.piece).label if clause.piece else ""
    if clause.piece and clause.goals:
        return _("%(num)s × %(kind)s about %(goals)s in the year") % told
    if clause.piece:
        return _("%(num)s × %(kind)s in the year") % told
    if clause.goals:
        one, more = (
            _("%(num)s piece about %(goals)s in the year"),
            _("%(num)s pieces about %(goals)s in the year"),
        )
    else:
        one, more = _("%(num)s piece in the year"), _("%(num)s pieces in the year")
    return (one if clause.number == 1 else more) % told


def _levels(clause: Clause, facts: Facts) -> Found:
    there, missing = [], []
    for identifier, code in clause.goals:
        position, thing = facts.levels.get(identifier, (0, None))
        if thing is not None and position >= clause.number:
            there.append(thing)
        else:
            missing.append((identifier, code))
    return Found(
        words_of(clause), len(there), len(clause.goals), tuple(there), goals=tuple(missing)
    )


def _pieces(clause: Clause, facts: Facts) -> Found:
    wanted = {identifier for identifier, _code in clause.goals}
    fits = [one for one in facts.pieces if not clause.piece or one.kind == clause.piece]
    there = [one for one in fits if not wanted or wanted & one.goals]
    could = [one for one in fits if one not in there] if len(there) < clause.number else []
    return Found(
        words_of(clause), len(there), clause.number, tuple(there[:MOST_SHOWN]),
        could=tuple(could[:MOST_SHOWN]),
    )  # fmt: skip


def _exhibitions(clause: Clause, facts: Facts) -> Found:
    return Found(words_of(clause), len(facts.exhibitions), clause.number, facts.exhibitions)


def _courses(clause: Clause, facts: Facts) -> Found:
    wanted = clause.words.casefold()
    there = tuple(one for one in facts.courses if wanted in one.title.casefold())
    return Found(words_of(clause), len(there), clause.number, there[:MOST_SHOWN])


def _hours(clause: Clause, facts: Facts) -> Found:
    """In full quarters; under the first one it is not met."""
    hours = Decimal(facts.minutes) / 60
    units = hours / clause.number // STEP * STEP
    first = -(-clause.number // 4)  # the hours of a quarter
    return Found(words_of(clause), int(hours), first, units=units)


FINDERS = {
    Kind.LEVELS: _levels, Kind.PIECES: _pieces, Kind.EXHIBITIONS: _exhibitions,
    Kind.COURSES: _courses, Kind.HOURS: _hours,
}  # fmt: skip


def told(reckoned: Reckoned, number: int) -> dict[str, Any]:
    """The rule and what it rested on, for an award: words and titles as they are now."""
    return {
        "version": number,
        "rule": [one.words for one in reckoned.best],
        "shown": [
            {
                "words": one.words,
                "things": [[thing.title, thing.page, thing.key] for thing in one.shown],
            }
            for one in reckoned.best
        ],
    }
