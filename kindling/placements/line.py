"""Who is next for a place whose seats are taken, and why: one fair order, said in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from kindling.placements.models import Order, Placement, Pursuit, PursuitPolicy
from kindling.schedule.queries.days import open_days
from kindling.schools.models import School
from kindling.sites.models import Opportunity
from kindling.ui.format import day

FAR = timedelta(days=30)  # a long break: then days of the calendar count


@dataclass(frozen=True)
class Turn:
    """One student in the queue: 1 is next. `reason` says why they stand here."""

    pursuit: Pursuit
    position: int
    reason: str


def line_for(opportunity: Opportunity, policy: PursuitPolicy) -> list[Turn]:
    """Return the queue for a place, who is next first. One statement."""
    past = Placement.objects.filter(student=OuterRef("student"), state=Placement.State.ENDED)
    running = Placement.objects.filter(student=OuterRef("student")).running()
    rows = (
        Pursuit.objects.filter(opportunity=opportunity, state=Pursuit.State.QUEUED)
        .select_related("student__person")
        .annotate(
            last_on=Subquery(past.order_by("-ends_on").values("ends_on")[:1]),
            is_placed=Exists(running),
        )
    )
    order = Order(policy.order)
    ranked = sorted(rows, key=lambda row: _rank(row, order))
    return [Turn(row, n, _reason(row, order)) for n, row in enumerate(ranked, 1)]


def _rank(row: Pursuit, order: Order) -> tuple[bool, date, datetime, int]:
    """Without an internship now first, then never, then longest ago; then who joined first."""
    joined = row.queued_at or row.created_at
    if order == Order.FIRST:
        return (False, date.min, joined, row.pk)
    last_on: date | None = row.last_on  # type: ignore[attr-defined]
    return (row.is_placed, last_on or date.min, joined, row.pk)  # type: ignore[attr-defined]


def _reason(row: Pursuit, order: Order) -> str:
    if order == Order.FIRST:
        return _("In the queue since %(day)s.") % {"day": day(row.queued_at or row.created_at)}
    if row.is_placed:  # type: ignore[attr-defined]
        return _("Has an internship now.")
    last_on: date | None = row.last_on  # type: ignore[attr-defined]
    if last_on is None:
        return _("Has had no internship yet.")
    return _("Last internship until %(day)s.") % {"day": day(last_on, year=True)}


def order_in_words(policy: PursuitPolicy) -> str:
    """The school's promise, for everybody in the queue."""
    if policy.order == Order.FIRST:
        return _("Who joined the queue first is next.")
    return _(
        "Who has no internship now comes first, and among them who never had one or has waited "
        "longest. Who is equal goes by the day they joined."
    )


def offer_ends(school: School, policy: PursuitPolicy) -> date:
    """The last day to say yes to a seat offered today: so many school days from now."""
    today = school.today()
    ahead = open_days(school, today + timedelta(days=1), today + FAR)
    if len(ahead) >= policy.offer_days:
        return ahead[policy.offer_days - 1]
    return today + timedelta(days=policy.offer_days)
