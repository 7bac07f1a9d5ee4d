"""What is due, what is planned, what is open, what was: lists read rows kept on write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum

from kindling.people.rules import own_advisees
from kindling.placements.models import Placement
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer
from kindling.travel.walking import metres
from kindling.visits import rules
from kindling.visits.models import Visit, VisitPolicy

JUST_ENDED = timedelta(days=60)  # a last word can still be noted
METRES_A_MILE = 1609.344
WAY = 1.3  # a street is longer than a straight line


def due_visits(viewer: Viewer, *, mine: bool) -> QuerySet[Any]:
    """Running internships, the longest overdue first, with `planned_for` (a date or None).

    mine: of the viewer's own students only.
    """
    planned = rules.planned_visits(viewer).filter(placement=OuterRef("placement"))
    rows = rules.visible_cadences(viewer)
    if mine:
        rows = rows.filter(student__in=own_advisees(viewer))
    ahead = planned.filter(planned_on__gte=viewer.school.today()).order_by("planned_on")
    rows = rows.annotate(planned_for=Subquery(ahead.values("planned_on")[:1]))
    rows = rows.select_related("placement__site", "placement__mentor", "student__person")
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def overdue_visits(viewer: Viewer) -> QuerySet[Any]:
    """For Today: internships of the viewer's own students whose visit is overdue. One statement."""
    rows = due_visits(viewer, mine=True)
    return rows.filter(due_on__lt=viewer.school.today())


def count_overdue(viewer: Viewer) -> int:
    """How many of those the viewer sees are overdue. One statement, an index range."""
    return rules.visible_cadences(viewer).filter(due_on__lt=viewer.school.today()).count()


def open_visits(viewer: Viewer, *, mine: bool) -> QuerySet[Visit]:
    """What somebody still has to do: a note, a next step, a planned day that passed."""
    passed = Q(state=Visit.State.PLANNED, planned_on__lt=viewer.school.today())
    unfinished = Q(state__in=[Visit.State.DONE, Visit.State.FOLLOW_UP])
    rows = rules.visible_visits(viewer).filter(passed | unfinished)
    if mine:
        rows = rows.filter(by=viewer.person_id)
    return rows.order_by(F("on").asc(nulls_first=True), "planned_on", "pk")


def past_visits(viewer: Viewer, *, mine: bool, since: date | None) -> QuerySet[Visit]:
    """What has been, the newest first; from a day on, or ever."""
    rows = rules.visible_visits(viewer).filter(state__in=Visit.HAPPENED)
    if since:
        rows = rows.filter(on__gte=since)
    if mine:
        rows = rows.filter(student__in=own_advisees(viewer))
    return rows.order_by("-on", "-pk")


def term_began(viewer: Viewer) -> date | None:
    """The first day of the term that runs, or ran last. One statement."""
    begun = Term.of(viewer.school).filter(starts_on__lte=viewer.school.today())
    last = begun.order_by("-starts_on").first()
    return last.starts_on if last else None


def visits_of(viewer: Viewer, placement: Placement) -> QuerySet[Visit]:
    """Every visit of one internship, planned ones first, then the newest."""
    rows = rules.visible_visits(viewer).filter(placement=placement)
    rows = rows.exclude(state=Visit.State.CANCELLED)
    return rows.order_by(F("on").desc(nulls_first=True), "-pk")


def visited_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships about which one may note something: running, or ended not long ago."""
    rows = rules.visitable_placements(viewer)
    ended = Q(ends_on__gte=viewer.school.today() - JUST_ENDED)
    rows = rows.filter(Q(state__in=Placement.RUNNING) | ended)
    return rows.order_by("student__person__sort_name", "pk")


@dataclass(frozen=True)
class Stop:
    """One stop of a round. `miles` is what was noted, `guess` what a car needs from the stop before."""

    visit: Visit
    guess: Decimal | None
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Round:
    """One day of visits, in their order."""

    on: date
    stops: tuple[Stop, ...]
    guess: Decimal | None  # all of it, and back to school


def next_round(viewer: Viewer) -> date:
    """The next day on which the viewer goes somewhere; today where nothing is planned."""
    today = viewer.school.today()
    mine = rules.planned_visits(viewer).filter(by=viewer.person_id, planned_on__gte=today)
    found: date | None = mine.order_by("planned_on").values_list("planned_on", flat=True).first()
    return found or today


def round_on(viewer: Viewer, on: date) -> Round:
    """The viewer's own visits of one day. One statement."""
    rows = rules.visible_visits(viewer).filter(by=viewer.person_id, planned_on=on)
    visits = list(rows.exclude(state=Visit.State.CANCELLED).order_by("order", "pk")[:60])
    school = viewer.school
    home = (school.latitude, school.longitude)
    points = [home, *((v.placement.site.latitude, v.placement.site.longitude) for v in visits)]
    legs = [miles_between(points[n], points[n + 1]) for n in range(len(visits))]
    back = miles_between(points[-1], home) if visits else None
    known = [leg for leg in [*legs, back] if leg is not None]
    stops = tuple(
        Stop(visit, legs[n], n == 0, n == len(visits) - 1) for n, visit in enumerate(visits)
    )
    return Round(on, stops, sum(known, Decimal(0)) if known else None)


type Place = tuple[float | None, float | None]


def miles_between(one: Place, other: Place) -> Decimal | None:
    """A guess from the straight line; None where a place is not on the map."""
    if None in one or None in other:
        return None
    line = metres(one, other)  # type: ignore[arg-type]
    return Decimal(str(round(line * WAY / METRES_A_MILE, 1)))


def miles_rows(viewer: Viewer, first: date, last: date, *, of_all: bool) -> QuerySet[Visit]:
    """Visits in a span with miles, the oldest first: one's own, or everybody's for leaders."""
    rows = rules.visible_visits(viewer).filter(on__range=(first, last), miles__isnull=False)
    if not (of_all and viewer.is_leader):
        rows = rows.filter(by=viewer.person_id)
    return rows.order_by("on", "order", "pk")


def miles_in(rows: QuerySet[Visit]) -> Decimal:
    return rows.order_by().aggregate(n=Sum("miles"))["n"] or Decimal(0)


def policy_of(viewer: Viewer) -> VisitPolicy:
    return VisitPolicy.of(viewer.school)
