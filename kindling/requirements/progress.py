"""How far a student is, paced against the date, and why something does not count. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.exploring.models import Experience
from kindling.requirements.models import Kind, Requirement
from kindling.schools.models import SchoolYear
from kindling.ui.format import hours as as_hours

SLACK = 0.1  # of what is asked for: nobody is behind for a week's illness
MINUTES = 60


@dataclass(frozen=True)
class Done:
    """What one student has: minutes by standing, experiences by kind and state."""

    minutes: Counter[str]
    experiences: Counter[tuple[str, str]]  # (kind, state)

    def counts(self, kind: str) -> int:
        """Minutes or experiences that count."""
        if kind == Kind.HOURS:
            return self.minutes["confirmed"]
        return self._of(kind, Experience.State.VERIFIED)

    def waits(self, kind: str) -> int:
        """Minutes or experiences that may come to count."""
        if kind == Kind.HOURS:
            return self.minutes["waiting"] + self.minutes["disputed"]
        return self._of(kind, Experience.State.ENTERED)

    def _of(self, kind: str, state: str) -> int:
        kinds = Experience.Kind.values if kind == Kind.EITHER else [kind]
        return sum(self.experiences[one, state] for one in kinds)


@dataclass(frozen=True)
class Progress:
    """One requirement of one student. Hours are in minutes here, all others in pieces."""

    kind: str
    asked: int
    done: int
    waiting: int
    due: int  # by today, were every week the same

    @property
    def label(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def is_hours(self) -> bool:
        return self.kind == Kind.HOURS

    @property
    def is_met(self) -> bool:
        return self.done >= self.asked

    @property
    def missing(self) -> int:
        """How far behind the pace, what waits for somebody's word counted; 0 for nobody behind."""
        behind = self.due - self.done - self.waiting
        slack = self.asked * SLACK if self.is_hours else 0
        return max(0, behind) if behind > slack else 0

    @property
    def is_behind(self) -> bool:
        return not self.is_met and self.missing > 0

    @property
    def weight(self) -> float:
        """How far behind, as a part of what is asked for."""
        return self.missing / self.asked if self.asked and self.is_behind else 0.0

    @property
    def sentence(self) -> str:
        """Where it stands, in words."""
        if self.is_met:
            return _("Done.")
        if self.is_behind and self.is_hours:
            return _("%(hours)s behind the pace of the year.") % {"hours": as_hours(self.missing)}
        if self.is_behind:
            return ngettext(
                "%(num)s behind the pace of the year.", "%(num)s behind the pace of the year.",
                self.missing,
            ) % {"num": self.missing}  # fmt: skip
        return _("On pace.")


def progress_of(
    requirements: Iterable[Requirement], done: Done, year: SchoolYear, today: date
) -> list[Progress]:
    """Return the progress of one student towards what the grade asks for."""
    elapsed = share_of(year, today)
    found = []
    for one in requirements:
        asked = one.amount * (MINUTES if one.kind == Kind.HOURS else 1)
        if asked:
            due = int(asked * elapsed)
            found.append(
                Progress(one.kind, asked, done.counts(one.kind), done.waits(one.kind), due)
            )
    return sorted(found, key=lambda one: Kind.values.index(one.kind))


def share_of(year: SchoolYear, today: date) -> float:
    """Return which part of the year is over, from 0 to 1."""
    length = (year.ends_on - year.starts_on).days + 1
    return min(1.0, max(0.0, ((today - year.starts_on).days + 1) / length))


def gaps_of(year: SchoolYear, terms: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Return the spans of the year that no term holds, first and last day counted."""
    gaps, begin = [], year.starts_on
    for first, last in sorted(terms):
        if begin < first:
            gaps.append((begin, date.fromordinal(first.toordinal() - 1)))
        begin = max(begin, date.fromordinal(last.toordinal() + 1))
    if begin <= year.ends_on:
        gaps.append((begin, year.ends_on))
    return gaps
