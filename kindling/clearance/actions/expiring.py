"""What runs out: a warning 30 days before, once it has, and a week later. Nothing ends by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

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

WARN, TELL, RAISE = "warn", "tell", "raise"
PATIENCE = timedelta(days=7)


@every(hours=6)
def mind_expiry() -> None:
    """Warn of what runs out for somebody who is at a place, by each school's own day."""
    for school in School.objects.filter(asks_clearance=True):
        with inside(school):
            warn_of_expiry(by=Viewer.system(school))


@transaction.atomic
def warn_of_expiry(*, by: Viewer) -> int:
    """Tell coordinators and advisors what runs out within 30 days or ran out; return how much.

    Each proof is told of once before and once after; what nobody renewed in a week goes to the
    principal. Missed runs are caught up.
    """
    today = by.school.today()
    _reading, standings = standings_of(by.school, pairs_for(by), today)
    running = [one for one in standings if one.pair.is_running]
    found = _by_proof(running)
    news = {proof: _news(proof, some[0][1], today) for proof, some in found.items()}
    fresh = {proof: what for proof, what in news.items() if what}
    holders = Holders(by.school, [one.pair for one in running], today)
    for proof, what in fresh.items():
        kind = "runs_out" if what == WARN else "ran_out"
        letters = _letters(proof, found[proof], holders, by, is_raised=what == RAISE)
        notify_each(letters, f"clearance/{kind}", by=by)
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


def _news(proof: Proof, line: Line, today: date) -> str:
    """Say what has to be told of it now: WARN, TELL, RAISE or ""."""
    if line.standing != Standing.EXPIRED:
        return WARN if proof.warned_on is None and line.renewal is None else ""
    if proof.told_on is None:
        return TELL
    return RAISE if proof.raised_on is None and proof.told_on <= today - PATIENCE else ""


def _letters(
    proof: Proof, found: Found, holders: Holders, by: Viewer, *, is_raised: bool
) -> list[Letter]:
    """One letter for each coordinator, each advisor and whoever holds it, about all students."""
    told: dict[int, tuple[Person, list[str]]] = {}
    for one, line in found:
        for person in holders.principals if is_raised else _people(one, line, holders):
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


def _mark(fresh: dict[Proof, str], by: Viewer) -> None:
    today = by.school.today()
    for what, column, verb in (
        (WARN, "warned_on", "clearance.warn"),
        (TELL, "told_on", "clearance.ran_out"),
        (RAISE, "raised_on", "clearance.raise"),
    ):
        proofs = [proof for proof in fresh if fresh[proof] == what]
        Proof.objects.filter(pk__in=[proof.pk for proof in proofs]).update(**{column: today})
        record_many(verb, proofs, by=by)
