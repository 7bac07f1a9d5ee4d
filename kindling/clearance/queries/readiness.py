"""Ready or not, for a page of another app: one sentence, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kindling.clearance.holding import Holders
from kindling.clearance.pairs import Pair
from kindling.clearance.queries.gating import with_mentor
from kindling.clearance.queries.pages import reason
from kindling.clearance.reading import Reading
from kindling.clearance.standing import Standing
from kindling.clearance.wording import in_turn
from kindling.kit.addresses import url
from kindling.schools.models import School
from kindling.ui.format import day


@dataclass(frozen=True)
class Readiness:
    """What clearance/_ready.html draws. `why` is "" when nothing stands in the way."""

    why: str
    missing: list[str]
    expiring: list[tuple[str, str]]
    done: int
    total: int
    href: str
    is_running: bool


def readiness(school: School, pair: Pair, on: date) -> Readiness | None:
    """Return how ready it is; None, and no statement, where the school asks for nothing."""
    if not school.asks_clearance:
        return None
    pair = with_mentor(pair, on)
    lines = Reading(school, [pair]).lines(pair, on)
    blocking, holders = in_turn(lines), Holders(school, [pair], on)
    soon = [line for line in lines if line.standing == Standing.EXPIRING]
    return Readiness(
        why=reason(blocking, holders, pair),
        missing=[
            str(line.hazard.told if line.hazard else line.demand.item.label) for line in blocking
        ],
        expiring=[(str(one.demand.item.label), day(one.until_on)) for one in soon if one.until_on],
        done=sum(line.is_good for line in lines),
        total=len(lines),
        href=url("clearance:pair", pair.student.public_id, pair.opportunity.public_id),
        is_running=pair.is_running,
    )
