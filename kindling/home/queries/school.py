"""The whole school's day: every advisory in one row, and what waits for the coordinator.

At most eight statements, whatever the school's size; one more while a round is under way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, OuterRef, Q, Subquery

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories, visible_leads
from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.attendance.timetable import timetable_of_school
from kindling.home.queries.presence import GRACE
from kindling.people.models import Student
from kindling.placements.models import Placement, Pursuit
from kindling.placements.rules import visible_placements, visible_pursuits
from kindling.rounds.models import Round
from kindling.rounds.queries.waiting import rounds_to_keep
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Suggestion
from kindling.sites.rules import visible_opportunities, visible_suggestions

SHOWN = 8  # rows of each list; the whole list is one tap away
SOON = timedelta(days=3)


@dataclass
class AdvisoryRow:
    """One advisory today: how many it has, are expected, said something, and are missed."""

    advisory: Advisory
    students: int
    lead: str
    expected: int = 0
    due: int = 0  # expected, and their day has begun
    there: int = 0
    told: int = 0  # somebody said a word about their day
    disputed: int = 0

    @property
    def missed(self) -> int:
        return max(0, self.due - self.told)


@dataclass(frozen=True)
class SchoolToday:
    """What the page shows; the lists are empty for those who do not act on them."""

    rows: list[AdvisoryRow]
    closed: str | None
    is_coordinator: bool
    requests: list[Pursuit] = field(default_factory=list)
    starts: list[Pursuit] = field(default_factory=list)
    running_out: list[Pursuit] = field(default_factory=list)
    disputed: list[Day] = field(default_factory=list)
    ask_again: list[Opportunity] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)

    def sum_of(self, name: str) -> int:
        return sum(getattr(row, name) for row in self.rows)

    @property
    def waits(self) -> int:
        lists = (self.requests, self.starts, self.running_out, self.disputed)
        return sum(len(rows) for rows in (*lists, self.ask_again, self.suggestions, self.rounds))


def school_today(viewer: Viewer) -> SchoolToday:
    """Gather the page; a coordinator gets the lists of what waits as well."""
    now = viewer.school.now()
    today = now.date()
    plan = timetable_of_school(viewer.school, today)
    closed = plan.closed.get(today)
    rows = advisory_rows(viewer, now, plan.on(today))
    if not viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        return SchoolToday(rows, closed, is_coordinator=False)
    pursuits = pursuits_waiting(viewer, today)
    state = Pursuit.State
    paused = visible_opportunities(viewer).filter(
        state=Opportunity.State.PAUSED, ask_again_on__lte=today
    )
    waiting = visible_suggestions(viewer).filter(state=Suggestion.State.WAITING)
    differ = visible_days(viewer).for_list().filter(standing=Day.Standing.DISPUTED)
    return SchoolToday(
        rows=rows,
        closed=closed,
        is_coordinator=True,
        requests=[p for p in pursuits if p.state == state.REQUESTED],
        starts=[p for p in pursuits if p.state == state.START_REQUESTED],
        running_out=[p for p in pursuits if p.state == state.APPROVED],
        disputed=list(differ.order_by("on", "pk")[:SHOWN]),
        ask_again=list(paused.select_related("site").order_by("ask_again_on", "pk")[:SHOWN]),
        suggestions=list(waiting.order_by("created_at", "pk")[:SHOWN]),
        rounds=rounds_to_keep(viewer),
    )


def pursuits_waiting(viewer: Viewer, today: date) -> list[Pursuit]:
    """Asked, wants to start, runs out soon: oldest first."""
    soon = Q(state=Pursuit.State.APPROVED, until_on__lte=today + SOON)
    mine = ["", Role.COORDINATOR]  # what waits for an advisor, a family or a mentor is theirs
    asked = Q(state__in=[Pursuit.State.REQUESTED, Pursuit.State.START_REQUESTED], holder__in=mine)
    rows = visible_pursuits(viewer).filter(soon | asked)
    rows = rows.select_related("student__person", "opportunity__site")
    return list(rows.order_by("created_at", "pk")[:50])


def advisory_rows(
    viewer: Viewer, now: datetime, expected: dict[int, Expected]
) -> list[AdvisoryRow]:
    """One row for each advisory, with today's counts. Three statements."""
    sits = Q(seats__until_on__isnull=True, seats__student__state=Student.State.ENROLLED)
    lead = visible_leads(viewer).filter(advisory=OuterRef("pk"), is_lead=True)
    advisories = visible_advisories(viewer).filter(ended_on__isnull=True)
    advisories = advisories.annotate(
        students=Count("seats", filter=sits),
        lead=Subquery(lead.order_by("pk").values("person__name")[:1]),
    )
    rows = {a.pk: AdvisoryRow(a, a.students, a.lead or "") for a in advisories.order_by("name")}
    if expected:
        count_expected(rows, viewer, now, expected)
    count_said(rows, viewer, now.date())
    return list(rows.values())


SEAT = "student__advisory_seats"


def count_expected(
    rows: dict[int, AdvisoryRow], viewer: Viewer, now: datetime, expected: dict[int, Expected]
) -> None:
    """How many are expected today, and how many of them should be there by now. One statement."""
    begun = (now - GRACE).time() if now - GRACE > now.replace(hour=0, minute=0) else None
    held = visible_placements(viewer).filter(
        pk__in=list(expected), state__in=Placement.RUNNING, **{f"{SEAT}__until_on__isnull": True}
    )
    for pk, key in held.order_by().values_list("pk", f"{SEAT}__advisory"):
        if key in rows:
            rows[key].expected += 1
            rows[key].due += begun is not None and expected[pk].starts_at <= begun


def count_said(rows: dict[int, AdvisoryRow], viewer: Viewer, today: date) -> None:
    """Who is there today, by state, and how many days of the advisory wait to be settled."""
    there = Q(on=today, student_in_at__isnull=False)
    told = Q(on=today) & ~Q(state=Day.State.EXPECTED)
    differ = Q(standing=Day.Standing.DISPUTED)
    counts = (
        visible_days(viewer)
        .filter(Q(on=today) | differ, **{f"{SEAT}__until_on__isnull": True})
        .order_by()
        .values(f"{SEAT}__advisory")
        .annotate(
            there=Count("pk", filter=there), told=Count("pk", filter=told),
            differ=Count("pk", filter=differ),
        )
    )  # fmt: skip
    for key, n, said, disputed in counts.values_list(
        f"{SEAT}__advisory", "there", "told", "differ"
    ):
        if key in rows:
            rows[key].there, rows[key].told, rows[key].disputed = n, said, disputed
