"""The pulse: where student and mentor differ most, and a student's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kindling.placements.models import Placement
from kindling.questions import rules
from kindling.questions.models import Answer, Pulse, PulseRound
from kindling.schools.viewer import Viewer

Side = Answer.Side


@dataclass
class Both:
    """Both sides of one internship in one round; None where a side has not answered."""

    placement: Placement
    student: Pulse | None = None
    mentor: Pulse | None = None

    def gap(self, part: str) -> int | None:
        """The student's number less the mentor's; None until both have answered."""
        if self.student is None or self.mentor is None:
            return None
        return int(getattr(self.student, part)) - int(getattr(self.mentor, part))

    @property
    def differs(self) -> int:
        """How far the two are apart, all three together; -1 until both have answered."""
        gaps = [self.gap(part) for part in Pulse.PARTS]
        return -1 if None in gaps else sum(abs(gap or 0) for gap in gaps)

    @property
    def lowest(self) -> int:
        """The lowest number that either side gave."""
        given = [one for one in (self.student, self.mentor) if one is not None]
        return min(int(getattr(one, part)) for one in given for part in Pulse.PARTS)


def compared(viewer: Viewer, round_: PulseRound) -> list[Both]:
    """Return who was answered for, where both differ most first, then the lowest. One statement.

    As many rows as internships of one school, or of one advisory.
    """
    found: dict[int, Both] = {}
    for pulse in rules.visible_pulses(viewer).filter(round=round_).order_by("pk"):
        both = found.setdefault(pulse.placement_id, Both(pulse.placement))
        setattr(both, pulse.side, pulse)
    return sorted(
        found.values(),
        key=lambda one: (-one.differs, one.lowest, one.placement.student.person.sort_name),
    )


@dataclass(frozen=True)
class Mean:
    """One side of one round: how many answered, and the mean of each part."""

    round: PulseRound
    side: str
    number: int
    means: dict[str, float]

    @property
    def label(self) -> str:
        return str(Side(self.side).label)


def trend(viewer: Viewer, rounds: list[PulseRound]) -> list[Mean]:
    """Return the means of the last four rounds, the newest first, students before mentors.

    One statement.
    """
    last = {one.pk: one for one in rounds[:4]}
    found = [
        Mean(
            last[row["round"]],
            row["side"],
            row["number"],
            {part: float(row[f"mean_{part}"]) for part in Pulse.PARTS},
        )
        for row in rules.means_of(viewer, list(last.values()))
    ]
    order = list(last)
    return sorted(found, key=lambda one: (order.index(one.round.pk), one.side != Side.STUDENT))


class Keyed(Protocol):
    """An internship, in whatever shape a page has it."""

    @property
    def pk(self) -> int: ...


@dataclass(frozen=True)
class Waiting[P: Keyed]:
    """What a student is asked now: one row for each internship."""

    round: PulseRound
    places: list[P]


def waiting_for[P: Keyed](viewer: Viewer, places: Sequence[P]) -> Waiting[P] | None:
    """Return the internships whose pulse the student has not given. Two statements, or none."""
    round_ = rules.open_round(viewer) if places else None
    if round_ is None:
        return None
    given = set(rules.given_in(round_, [place.pk for place in places], Side.STUDENT))
    left = [place for place in places if place.pk not in given]
    return Waiting(round_, left) if left else None
