"""What is signed or certified elsewhere counts here: agreements and certificates, below us."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kindling.agreements.models import Agreement, Certificate, Kind, Signer
from kindling.clearance import rules
from kindling.clearance.items import On, Stage
from kindling.clearance.models import Proof
from kindling.clearance.pairs import Pair
from kindling.consents.kinds import Kind as For
from kindling.consents.rules import against
from kindling.schools.models import School

# Which agreement, signed by everybody, is as good as a paper handed in.
COUNTS_AS = {
    Kind.INTERNSHIP: "agreement",
    Kind.CONSENT: "consent",
    Kind.MEDICAL: "emergency",
    Kind.TRAVEL: "travel",
    Kind.PLAN: "plan",
}


@dataclass(frozen=True)
class Signing:
    """An agreement that some have not signed yet."""

    agreement: Agreement
    waits_for: tuple[str, ...]


class Signed:
    """Agreements and certificates about these pairs. Three statements, however many."""

    def __init__(self, school: School, pairs: Sequence[Pair]) -> None:
        self.agreements: dict[tuple[str, int], list[Agreement]] = defaultdict(list)
        for one in rules.agreements_of(school, {pair.student.pk for pair in pairs}):
            self.agreements[one.kind, one.student_id or 0].append(one)
        for student in _no_to_care(school, self.agreements):
            del self.agreements[Kind.MEDICAL, student]
        self.certificates = list(rules.certificates_of(school))

    def proofs(self, item: str, pair: Pair, on: date) -> list[Proof]:
        """What stands for something handed in and checked, and has begun by that day."""
        found = [
            _as_proof(one, item)
            for kind, counted in COUNTS_AS.items()
            if counted == item
            for one in self._about(kind, pair)
            if one.state == Agreement.State.COMPLETE and one.starts_on <= on
        ]
        return found + (self._insured(pair, on) if item == "insurance" else [])

    def signing(self, item: str, pair: Pair) -> Signing | None:
        """The agreement that is being signed, and by whom it still waits to be."""
        for kind, counted in COUNTS_AS.items():
            for one in self._about(kind, pair) if counted == item else ():
                if one.state == Agreement.State.OPEN:
                    return Signing(one, _waits_for(one))
        return None

    def _about(self, kind: str, pair: Pair) -> Iterable[Agreement]:
        for one in self.agreements[kind, pair.student.pk]:
            if one.opportunity_id in (None, pair.opportunity.pk):
                yield one

    def certified(self, pair: Pair, on: date) -> dict[str, Certificate]:
        """What holds at this site on that day: for each kind the certificate that lasts longest."""
        site = pair.opportunity.site
        last: dict[str, Certificate] = {}
        for one in self.certificates:
            own = one.site_id == site.pk if one.site_id else one.organisation_id in (None, site.organisation_id)  # fmt: skip
            if (
                own
                and one.starts_on <= on
                and (one.kind not in last or last[one.kind].ends_on < one.ends_on)
            ):
                last[one.kind] = one
        return last

    def _insured(self, pair: Pair, on: date) -> list[Proof]:
        """Good as long as both certificates are: liability and workers' compensation."""
        site, last = pair.opportunity.site, self.certified(pair, on)
        kinds = (Certificate.Kind.LIABILITY, Certificate.Kind.WORKERS)
        if not all(kind in last for kind in kinds):
            return []
        first = min((last[kind] for kind in kinds), key=lambda one: one.ends_on)
        proof = Proof(
            item="insurance", on=On.SITE, site=site, stage=Stage.INTERNSHIP,
            state=Proof.State.VERIFIED, until_on=first.ends_on, handed_at=first.created_at,
        )  # fmt: skip
        return [_from(proof, first)]


def _no_to_care(school: School, agreements: Mapping[tuple[str, int], Any]) -> list[int]:
    """Students with a medical agreement whose family says no to care now. A statement if there is any."""
    signed = [student for kind, student in agreements if kind == Kind.MEDICAL]
    if not signed:
        return []
    no = against(school.pk, For.MEDICAL).filter(student__in=signed)
    return list(no.values_list("student", flat=True))


def _as_proof(one: Agreement, item: str) -> Proof:
    """An agreement that everybody signed. Not in the database: it is kept where it was signed."""
    proof = Proof(
        item=item, on=On.PAIR if one.opportunity_id else On.STUDENT, stage=Stage.INTERNSHIP,
        state=Proof.State.VERIFIED, until_on=one.ends_on,
        handed_at=one.completed_at or one.created_at,
    )  # fmt: skip
    return _from(proof, one)


def _from(proof: Proof, thing: Agreement | Certificate) -> Proof:
    proof.pk, proof.elsewhere = 0, thing
    return proof


def _waits_for(one: Agreement) -> tuple[str, ...]:
    waiting = (s for s in one.signers.all() if s.state == Signer.State.WAITING)
    return tuple(signer.person.name for signer in waiting)
