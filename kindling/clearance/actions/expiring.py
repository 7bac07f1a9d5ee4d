"""What runs out: a warning 30 days before, and once it has. Nothing ends by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.clearance.holding import Holders
from kindling.clearance.items import Holder
from kindling.clearance.models import Proof
from kindling.clearance.overview import Standings, standings_of
from kindling.clearance.pairs import pairs_for
from kindling.clearance.standing import Line, Standing
from kindling.history.steps import record_many
from kindling.kit.addresses import url
from kindling.notices.actions import Letter, notify_each
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer


@every(hours=6)
def mind_expiry() -> None:
    """Warn of what runs out for somebody who is at a place, by each school's own day."""
    for school in School.objects.filter(asks_clearance=True):
        with inside(school):
            warn_of_expiry(by=Viewer.system(school))


@transaction.atomic
def warn_of_expiry(*, by: Viewer) -> int:
    """Tell coordinators and advisors what runs out within 30 days or ran out; return how much.

    Each proof is told of once before and once after. Missed runs are caught up.
    """
    today = by.school.today()
    _reading, standings = standings_of(by.school, pairs_for(by), today)
    running = [one for one in standings if one.pair.is_running]
    found = _by_proof(running)
    fresh = {proof: some for proof, some in found.items() if _is_news(proof, some[0][1])}
    holders = Holders(by.school, [one.pair for one in running], today)
    for proof, some in fresh.items():
        kind = "ran_out" if some[0][1].standing == Standing.EXPIRED else "runs_out"
        notify_each(_letters(proof, some, holders, by), f"clearance/{kind}", by=by)
    _mark(fresh, by)
    return len(fresh)


type Found = list[tuple[Standings, Line]]


def _by_proof(running: Sequence[Standings]) -> dict[Proof, Found]:
    """What runs out or ran out, with everybody at a place whom it concerns."""
    found: dict[Proof, Found] = defaultdict(list)
    over = {Standing.EXPIRING, Standing.EXPIRED}
    for one in running:
        for line in one.lines:
            # What was signed elsewhere is minded there.
            if line.proof and line.standing in over and line.proof.elsewhere is None:
                found[line.proof].append((one, line))
    return found


def _is_news(proof: Proof, line: Line) -> bool:
    if line.standing == Standing.EXPIRED:
        return proof.told_on is None
    return proof.warned_on is None and line.renewal is None


def _letters(proof: Proof, found: Found, holders: Holders, by: Viewer) -> list[Letter]:
    """One letter for each coordinator, each advisor and whoever holds it, about all students."""
    told: dict[int, tuple[Person, list[str]]] = {}
    for one, line in found:
        for person in _people(one, line, holders):
            person.school = by.school
            names = told.setdefault(person.pk, (person, []))[1]
            names += [] if one.pair.student.name in names else [one.pair.student.name]
    line = found[0][1]
    facts = {
        "item": line.demand.item.label,
        "about": proof.about,
        "until_on": line.until_on,
        "blocks": line.demand.blocks,
    }
    return [
        Letter(person, {**facts, "students": names}, url=url("clearance:board"))
        for person, names in told.values()
    ]


def _people(one: Standings, line: Line, holders: Holders) -> list[Person]:
    return [
        *holders.coordinators,
        *holders.people(Holder.ADVISOR, one.pair),
        *(holders.people(line.holder, one.pair)[:1] if line.holder == Holder.FAMILY else []),
    ]


def _mark(fresh: dict[Proof, Found], by: Viewer) -> None:
    today = by.school.today()
    gone = [proof for proof, some in fresh.items() if some[0][1].standing == Standing.EXPIRED]
    soon = [proof for proof in fresh if proof not in gone]
    Proof.objects.filter(pk__in=[proof.pk for proof in soon]).update(warned_on=today)
    Proof.objects.filter(pk__in=[proof.pk for proof in gone]).update(told_on=today)
    record_many("clearance.warn", soon, by=by)
    record_many("clearance.ran_out", gone, by=by)
