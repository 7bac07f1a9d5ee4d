"""How one item stands on a day: from what was handed in, without asking the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kindling.clearance.demands import Demand, rank
from kindling.clearance.items import PRINCIPAL_DECIDES, Holder
from kindling.clearance.models import Proof
from kindling.clearance.packs.model import Hazard
from kindling.clearance.questions import YES
from kindling.clearance.signing import Signing

SOON = timedelta(days=30)


class Standing(StrEnum):
    """From nothing to good, and past it."""

    MISSING = "missing"
    WAITING = "waiting"  # for an item that comes first
    SIGNING = "signing"  # an agreement that some have not signed yet
    SUBMITTED = "submitted"
    REJECTED = "rejected"
    VERIFIED = "verified"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    FORBIDDEN = "forbidden"  # a hazard that no paper lifts


GOOD = frozenset({Standing.VERIFIED, Standing.EXPIRING})


@dataclass(frozen=True)
class Line:
    """One item on one day. `proof` is what speaks; `holder` is who acts next, None when all is well.

    renewal: something newer is handed in while the earlier yes still holds.
    """

    demand: Demand
    standing: Standing
    holder: Holder | None
    proof: Proof | None = None
    renewal: Proof | None = None
    hazard: Hazard | None = None
    signing: Signing | None = None

    @property
    def until_on(self) -> date | None:
        """The last day of what speaks."""
        return last_day(self.proof, self.demand) if self.proof else None

    @property
    def is_good(self) -> bool:
        """Nothing stands in the way here."""
        return self.standing in GOOD

    @property
    def is_blocking(self) -> bool:
        """It stops a start."""
        return self.demand.blocks and not self.is_good


def line_of(demand: Demand, proofs: Iterable[Proof], stage: str, on: date) -> Line:
    """Return how an item stands. proofs: of this item and subject, in any order."""
    counted = sorted(
        (one for one in proofs if not demand.item.by_stage or rank(one.stage) >= rank(stage)),
        key=lambda one: (one.handed_at, one.pk),
    )
    good = [one for one in counted if is_good(one, demand, on)]
    newest = counted[-1] if counted else None
    if good:
        best = max(good, key=lambda one: (last_day(one, demand) or date.max, one.handed_at, one.pk))
        return _good_line(demand, best, newest, on)
    if newest is None:
        return Line(demand, Standing.MISSING, demand.item.holder)
    if newest.state == Proof.State.SUBMITTED:
        return Line(demand, Standing.SUBMITTED, decider(demand), newest)
    if newest.state == Proof.State.REJECTED:
        return Line(demand, Standing.REJECTED, demand.item.holder, newest)
    return Line(demand, Standing.EXPIRED, demand.item.holder, newest)


def _good_line(demand: Demand, best: Proof, newest: Proof | None, on: date) -> Line:
    renewal = newest if newest and newest.state == Proof.State.SUBMITTED else None
    until = last_day(best, demand)
    if until is None or until > on + SOON:
        return Line(demand, Standing.VERIFIED, None, best, renewal)
    holder = decider(demand) if renewal else demand.item.holder
    return Line(demand, Standing.EXPIRING, holder, best, renewal)


def decider(demand: Demand) -> Holder:
    """Who checks what was handed in."""
    return Holder.PRINCIPAL if demand.item.key in PRINCIPAL_DECIDES else Holder.COORDINATOR


def last_day(proof: Proof, demand: Demand) -> date | None:
    """The last day a proof is good for: its own, or as long as the rule lets a yes last."""
    if not demand.months:
        return proof.until_on
    ends = months_after(proof.handed_at.date(), demand.months)
    return min(ends, proof.until_on) if proof.until_on else ends


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def is_good(proof: Proof, demand: Demand, on: date) -> bool:
    """Checked, and not run out by that day."""
    until = last_day(proof, demand)
    return proof.state == Proof.State.VERIFIED and (until is None or until >= on)


def with_order(lines: Sequence[Line]) -> list[Line]:
    """Let items wait for those that come first: nobody is asked for what would be too early."""
    good = {line.demand.item.key: line.is_good for line in lines}
    return [
        Line(line.demand, Standing.WAITING, None)
        if line.standing == Standing.MISSING
        and any(good.get(name) is False for name in line.demand.after)
        else line
        for line in lines
    ]


def found_hazards(screen: Proof | None, hazards: Iterable[Hazard]) -> list[Hazard]:
    """Return what a hazard screen says yes to."""
    answers = screen.answers if screen else {}
    return [one for one in hazards if answers.get(one.key) == YES]


def forbidden(found: Iterable[Hazard], age: int | None) -> list[Hazard]:
    """Return the hazards that nothing lifts at this age. An unknown birthday is too young."""
    return [one for one in found if _is_forbidden(one, age)]


LEARNER_FROM = 16


def _is_forbidden(hazard: Hazard, age: int | None) -> bool:
    if hazard.level == "control" or (age is not None and age >= (hazard.under or 0)):
        return False
    return hazard.level == "never" or age is None or age < LEARNER_FROM
