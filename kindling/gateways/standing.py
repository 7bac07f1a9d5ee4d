"""How each line of a checklist stands for one student, from what is on record. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.gateways.models import AfterPlan, Line, Thesis
from kindling.ui.format import hours as as_hours

MINUTES = 60
Kind = Line.Kind
RECORDED = (Kind.COURSES, Kind.CREDITS)  # how much is asked stands elsewhere


@dataclass
class Facts:
    """What one student has. `done` and `waits` by kind; hours in minutes. `shown` by line."""

    done: Counter[str] = field(default_factory=Counter)
    waits: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    showing: Counter[str] = field(default_factory=Counter)  # waits for an adult
    thesis: str = ""
    after: str = ""
    asked: Counter[str] = field(default_factory=Counter)  # where the school’s record says it


@dataclass(frozen=True)
class Standing:
    """One line: what is asked, what there is, what waits for somebody. Hours in minutes."""

    line: Line
    asked: int
    done: int
    waits: int
    waiver: str = ""  # why it is asked no longer

    @property
    def is_met(self) -> bool:
        return bool(self.waiver) or self.done >= self.asked

    @property
    def missing(self) -> int:
        return 0 if self.is_met else self.asked - self.done

    @property
    def part(self) -> int:
        """How much of a hundred is there."""
        return 100 if self.is_met else min(99, 100 * self.done // self.asked)

    @property
    def sentence(self) -> str:
        """Where it stands, in words."""
        if self.waiver:
            return _("Not asked of this student: %(why)s") % {"why": self.waiver}
        if self.line.kind == Kind.HOURS:
            told = {"done": as_hours(self.done), "asked": as_hours(self.asked)}
            return _("%(done)s of %(asked)s are confirmed.") % told
        if self.line.kind == Kind.SERVICE:
            told = {"done": as_hours(self.done), "asked": as_hours(self.asked)}
            return _("%(done)s of %(asked)s count.") % told
        if not self.asked:
            return _("Nothing is asked here.")
        if self.asked == 1:
            return self._of_one()
        return _("%(done)s of %(asked)s are there.") % {"done": self.done, "asked": self.asked}

    def _of_one(self) -> str:
        if self.is_met:
            return _("It is there.")
        return _("It waits for a yes.") if self.waits else _("Not yet.")

    @property
    def waiting(self) -> str:
        """What may come to count, in words; "" for nothing."""
        if not self.waits or self.is_met or self.asked == 1:
            return ""
        if self.line.kind in (Kind.HOURS, Kind.SERVICE):
            return _("%(hours)s more wait for somebody’s word.") % {"hours": as_hours(self.waits)}
        return ngettext(
            "%(num)s more is on its way.", "%(num)s more are on their way.", self.waits
        ) % {"num": self.waits}

    @property
    def kept(self) -> dict[str, Any]:
        """As it is settled with the last yes."""
        return {
            "title": self.line.label, "asked": self.asked, "done": self.done,
            "is_met": self.is_met, "said": self.sentence,
        }  # fmt: skip


def standings_of(
    lines: Iterable[Line], facts: Facts, waivers: dict[str, str] | None = None
) -> list[Standing]:
    """Return each line with how it stands; `waivers`: line's key → the reason."""
    given = waivers or {}
    return [_standing(line, facts, given.get(line.key, "")) for line in lines]


def _standing(line: Line, facts: Facts, waiver: str) -> Standing:
    """A line that asks for nothing (no required courses) is met."""
    kind = line.kind
    if kind in Line.SHOWN:
        unit = MINUTES if kind == Kind.SERVICE else 1
        done, waits = facts.shown[line.key] * unit, facts.showing[line.key] * unit
        return Standing(line, line.amount * unit, done, waits, waiver)
    if kind == Kind.THESIS:
        done, waits = _one(facts.thesis, Thesis.State.DEFENDED, facts.thesis)
        return Standing(line, 1, done, waits, waiver)
    if kind == Kind.AFTER:
        handed = facts.after == AfterPlan.State.HANDED_IN
        done, waits = _one(facts.after, AfterPlan.State.AGREED, handed)
        return Standing(line, 1, done, waits, waiver)
    if kind in RECORDED:
        return Standing(line, facts.asked[kind], facts.done[kind], facts.waits[kind], waiver)
    asked = line.amount * (MINUTES if kind == Kind.HOURS else 1)
    return Standing(line, asked, facts.done[kind], facts.waits[kind], waiver)


def _one(state: str, good: str, waits: object) -> tuple[int, int]:
    is_there = state == good
    return int(is_there), int(bool(waits) and not is_there)


def open_lines(standings: Collection[Standing]) -> list[Standing]:
    """What is left."""
    return [one for one in standings if not one.is_met]
