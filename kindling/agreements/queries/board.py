"""Which paper is missing for whom, and who must act now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kindling.agreements.actions import REST_DAYS
from kindling.agreements.models import Agreement, Party, Signer, Template
from kindling.agreements.pairs import pairs_of
from kindling.agreements.rules import templates_in_use, visible_agreements
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

MISSING = "missing"


@dataclass(frozen=True)
class Wait:
    """Somebody who must act."""

    party: str
    name: str
    asked_at: datetime | None


@dataclass(frozen=True)
class Cell:
    """One paper of a pair: its state (of Agreement, or "missing") and whose move it is."""

    template: Template
    state: str
    agreement_id: str
    ends_on: date | None
    waits: list[Wait]
    declined: str  # who said no
    is_rested: bool  # somebody who waits may be reminded again


@dataclass(frozen=True)
class Row:
    """A student at a place, and what is signed."""

    student: Student
    opportunity: Opportunity
    cells: list[Cell]

    @property
    def is_complete(self) -> bool:
        return all(cell.state == Agreement.State.COMPLETE for cell in self.cells)


def board_pairs(viewer: Viewer, show: str = "") -> QuerySet[Any] | None:
    """The pairs the viewer sees; `show` "missing" keeps those without everything signed."""
    pairs: QuerySet[Any] | None = pairs_of(viewer)
    if pairs is None or show != MISSING:
        return pairs
    today = viewer.school.today()
    here = Q(opportunity=OuterRef("opportunity")) | Q(opportunity__isnull=True)
    signed = visible_agreements(viewer).in_force(today).filter(here, student=OuterRef("student"))
    usual = templates_in_use(viewer).count()
    signed = signed.filter(template__is_usual=True, template__state=Template.State.LIVE)
    counted = signed.order_by().values("student").annotate(n=Count("template", distinct=True))
    done = Coalesce(Subquery(counted.values("n")), Value(0))
    found: QuerySet[Any] = pairs.annotate(done=done).filter(done__lt=usual)
    return found


def board_rows(pairs: list[Any], viewer: Viewer) -> list[Row]:
    """Return the rows of a page of pairs; a constant few statements."""
    usual = list(templates_in_use(viewer).order_by("pk"))
    students = {pair.student_id for pair in pairs}
    found = visible_agreements(viewer).filter(student__in=students, template__in=usual)
    found = found.exclude(state__in=(Agreement.State.VOID, Agreement.State.ENDED))
    kept: dict[tuple[int, int, int | None], Agreement] = {}
    for one in found.order_by("pk").prefetch_related("signers__person"):
        kept[one.template_id, one.student_id or 0, one.opportunity_id] = one
    return [
        Row(pair.student, pair.opportunity, [_cell(t, pair, kept, viewer) for t in usual])
        for pair in pairs
    ]


def _cell(template: Template, pair: Any, kept: dict[Any, Agreement], viewer: Viewer) -> Cell:
    keys = [(template.pk, pair.student_id, where) for where in (pair.opportunity_id, None)]
    found = [kept[key] for key in keys if key in kept]
    today = viewer.school.today()
    agreement = next((one for one in found if one.holds_on(today)), found[0] if found else None)
    if agreement is None or (agreement.ends_on and agreement.ends_on < today):
        return Cell(template, MISSING, "", None, [], "", is_rested=False)
    signers = sorted(agreement.signers.all(), key=_order)
    waits = [
        Wait(str(Party(one.party).label), one.person.name, one.asked_at)
        for one in signers
        if agreement.state == Agreement.State.OPEN and one.state == Signer.State.WAITING
    ]
    declined = next((one.person.name for one in signers if one.state == "declined"), "")
    rested = viewer.school.now() - timedelta(days=REST_DAYS)
    return Cell(
        template, agreement.state, agreement.public_id, agreement.ends_on, waits, declined,
        is_rested=any(one.asked_at is None or one.asked_at < rested for one in waits),
    )  # fmt: skip


def _order(signer: Signer) -> int:
    return list(Party.values).index(signer.party)


def agreement_list(
    viewer: Viewer, show: str = "", *, student: str = "", site: str = ""
) -> QuerySet[Agreement]:
    """All agreements one sees, newest first; show: a state, or "ending" within sixty days.

    Of a student or a site only where one is named: a site's own, and those of its places.
    """
    found = visible_agreements(viewer).for_list().prefetch_related("signers__person")
    if student:
        found = found.filter(student__public_id=student)
    if site:
        here = Q(site__public_id=site) | Q(opportunity__site__public_id=site)
        found = found.filter(here)
    if show == "ending":
        today = viewer.school.today()
        soon = today + timedelta(days=60)
        return found.in_force(today).filter(ends_on__lte=soon).order_by("ends_on", "pk")
    return found.filter(state=show) if show in Agreement.State.values else found


@dataclass(frozen=True)
class ListRow:
    """One agreement in a list."""

    agreement: Agreement
    about: str
    waits: list[str]


def list_rows(agreements: list[Agreement]) -> list[ListRow]:
    rows = []
    for one in agreements:
        signers = [s for s in one.signers.all() if s.state == Signer.State.WAITING]
        waits = [s.person.name for s in sorted(signers, key=_order)] if one.is_open else []
        about = " · ".join(filter(None, [one.student.name if one.student else "", one.place]))
        rows.append(ListRow(one, about, waits))
    return rows
