"""The board: every student at a place, what is missing, and who must act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kindling.clearance.holding import Holders
from kindling.clearance.items import HOLDER_LABELS, STAGE_LABELS, On, Stage
from kindling.clearance.models import Proof
from kindling.clearance.overview import Standings, standings_of
from kindling.clearance.pairs import Pair, pairs_for
from kindling.clearance.queries.pages import reason
from kindling.clearance.reading import Reading
from kindling.clearance.wording import standing_label
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class BoardRow:
    """The same in words."""

    pair: Pair
    why: str
    missing: list[tuple[str, str, str]]  # item, how it stands, who has it
    expiring: list[tuple[str, date | None]]
    done: int
    total: int

    @property
    def before(self) -> str:
        """Before what, where it is not an internship."""
        stage = self.pair.stage
        return "" if stage == Stage.INTERNSHIP else str(STAGE_LABELS[stage])

    @property
    def tone(self) -> str:
        """Of the chip: a running internship with something missing is the worst."""
        if not self.missing:
            return "warn" if self.expiring else "good"
        return "alert" if self.pair.is_running else "warn"


@dataclass(frozen=True)
class Board:
    """All of them, counted, and those of the chosen filter."""

    counts: dict[str, int]
    chosen: list[Standings]
    shown: str
    holder: str
    travel: dict[str, int]  # needs a pass, needs a ride, has no plan yet
    reading: Reading


type Test = Callable[[Standings], bool]
FILTERS: dict[str, Test] = {
    "open": lambda one: bool(one.blocking),
    "running": lambda one: bool(one.blocking) and one.pair.is_running,
    "expiring": lambda one: bool(one.expiring),
    "ready": lambda one: not one.blocking,
    "all": bool,
}


def filter_labels() -> dict[str, str]:
    """In the order of the pills."""
    return {
        "open": _("Something missing"),
        "running": _("Running, and something missing"),
        "expiring": _("Runs out within 30 days"),
        "ready": _("Ready"),
        "all": _("All"),
    }


def holder_labels() -> list[tuple[str, str]]:
    """Who may have something to do."""
    return [(str(holder), str(label)) for holder, label in HOLDER_LABELS.items()]


def board(viewer: Viewer, shown: str, holder: str) -> Board:
    """Return the board of what this viewer sees. A constant dozen of statements."""
    shown = shown if shown in FILTERS else "open"
    reading, standings = standings_of(viewer.school, pairs_for(viewer), viewer.school.today())
    chosen = [one for one in standings if FILTERS[shown](one)]
    if holder:
        chosen = [one for one in chosen if holder in one.holders]
    chosen.sort(key=_urgency)
    counts = {name: sum(map(test, standings)) for name, test in FILTERS.items()}
    travel = travel_needs(reading, standings)
    return Board(counts, chosen, shown, holder, travel, reading)


def _urgency(one: Standings) -> tuple[bool, bool, str]:
    """Who is there already comes first, then who is about to start."""
    return not (one.blocking and one.pair.is_running), not one.blocking, one.pair.student.name


def board_rows(school: School, standings: Sequence[Standings], on: date) -> list[BoardRow]:
    """Return these in words, with names. Three statements."""
    holders = Holders(school, [one.pair for one in standings], on)
    return [_row(one, holders) for one in standings]


def _row(one: Standings, holders: Holders) -> BoardRow:
    missing = [
        (
            str(line.hazard.told if line.hazard else line.demand.item.label),
            standing_label(line.standing),
            ", ".join(line.signing.waits_for)
            if line.signing
            else holders.named(line.holder, one.pair),
        )
        for line in one.blocking
    ]
    return BoardRow(
        pair=one.pair,
        why=reason(one.blocking, holders, one.pair),
        missing=missing,
        expiring=[(str(line.demand.item.label), line.until_on) for line in one.expiring],
        done=sum(line.is_good for line in one.lines),
        total=len(one.lines),
    )


def travel_needs(reading: Reading, standings: Iterable[Standings]) -> dict[str, int]:
    """How many students need a pass or a ride, by their travel plans; each counted once."""
    own = any(rule.item == "travel" for rule in reading.rule_set.own)
    if not (own or reading.rule_set.rules_for("travel")):
        return {}
    needs: dict[int, str] = {}
    for one in standings:
        plans = [
            proof
            for proof in reading.of("travel", On.PAIR, one.pair)
            if proof.state != Proof.State.REJECTED
        ]
        newest = max(plans, key=lambda proof: (proof.handed_at, proof.pk), default=None)
        needs[one.pair.student.pk] = newest.answers.get("needs", "") if newest else "none_yet"
    counted = Counter(needs.values())
    return {name: counted[name] for name in ("pass", "ride", "none_yet")}
