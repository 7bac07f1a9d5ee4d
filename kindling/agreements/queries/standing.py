"""What clearance asks: is it signed, who has to act, who is insured. Nothing here asks who looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kindling.agreements.rules import agreements_about, certificates_of
from kindling.people.models import Student
from kindling.sites.models import Opportunity, Site


@dataclass(frozen=True)
class Standing:
    """How far the agreement of one kind is for a student at a place."""

    kind: str
    state: str  # a value of Agreement.State
    is_signed: bool  # by everybody, and counting on the day that was asked about
    ends_on: date | None
    waits_for: tuple[str, ...]  # names of those who have to sign
    public_id: str


def is_signed(student: Student, opportunity: Opportunity, kind: str, on: date) -> bool:
    """Say whether an agreement of this kind holds for them on this day.

    One with the student alone, or with the site alone, counts as well. kind: a value of Kind.
    """
    found = agreements_about(student, opportunity).filter(kind=kind)
    return bool(found.in_force(on).exists())


def standings(student: Student, opportunity: Opportunity, on: date) -> dict[str, Standing]:
    """Return the best agreement of each kind: one that holds, else the newest. Two statements."""
    found = agreements_about(student, opportunity).exclude(state="void")
    best: dict[str, Standing] = {}
    for one in found.order_by("pk").prefetch_related("signers__person"):
        holds = one.holds_on(on)
        waits = tuple(s.person.name for s in one.signers.all() if s.state == s.State.WAITING)
        if one.kind in best and best[one.kind].is_signed and not holds:
            continue
        best[one.kind] = Standing(
            one.kind, one.state, holds, one.ends_on, waits if one.is_open else (), one.public_id
        )
    return best


@dataclass(frozen=True)
class Cover:
    """A certificate that a site, its organisation or the school shows."""

    kind: str
    ends_on: date
    public_id: str


def covers(site: Site, on: date) -> dict[str, Cover]:
    """The certificates that hold on this day for a site, the longest of each kind. One statement.

    kind: a value of Certificate.Kind.
    """
    found = certificates_of(site).filter(starts_on__lte=on, ends_on__gte=on).order_by("ends_on")
    return {one.kind: Cover(one.kind, one.ends_on, one.public_id) for one in found}


def is_covered(site: Site, kind: str, on: date) -> bool:
    """Say whether a certificate of this kind holds for the site on this day."""
    return kind in covers(site, on)
