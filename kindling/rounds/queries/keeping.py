"""A round as the coordinator and the advisors see it: who has a list, what nobody listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kindling.advisory.rules import with_advisory
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.rounds.lists import placed_in
from kindling.rounds.mechanism import Problem, Result
from kindling.rounds.models import Round, RoundPlace
from kindling.rounds.queries.results import TOP, Tally, tally_of
from kindling.rounds.rules import visible_ballots, visible_round_places
from kindling.schools.viewer import Viewer

HIDE_BELOW = 8


def students_in(one: Round, viewer: Viewer) -> QuerySet[Any]:
    """Students the viewer sees who may take part, the shortest lists first; `length` is theirs."""
    mine = visible_ballots(viewer).filter(round=one, student=OuterRef("pk")).order_by()
    people = visible_students(viewer, Matter.DAYS).filter(state=Student.State.ENROLLED)
    if one.after_id:
        people = people.exclude(pk__in=placed_in(one.after_id))
    people = people.annotate(length=Coalesce(Subquery(mine.values("length")[:1]), Value(0)))
    return people.order_by("length", "person__sort_name", "pk")


@dataclass(frozen=True)
class Standing:
    """How far the lists are. `thin`: with fewer places than asked for, none included."""

    students: int
    lists: int
    thin: int
    seats: int
    places: int
    unlisted: int


def standing_of(one: Round, viewer: Viewer) -> Standing:
    """Count students, lists and seats. Two statements."""
    people = students_in(one, viewer).aggregate(
        all=Count("pk"),
        lists=Count("pk", filter=Q(length__gt=0)),
        thin=Count("pk", filter=Q(length__lt=one.list_length)),
    )
    places = list(place_rows(one, viewer))
    return Standing(
        people["all"], people["lists"], people["thin"],
        sum(place.seats for place in places), len(places),
        sum(not place.listed for place in places),
    )  # fmt: skip


def place_rows(one: Round, viewer: Viewer) -> QuerySet[Any]:
    """The places with how many list them (`listed`) and are asked for (`picked`); nobody's first."""
    places = visible_round_places(viewer).filter(round=one)
    places = places.annotate(
        listed=Count("choices", distinct=True), picked=Count("picks", distinct=True)
    )
    return places.order_by("listed", "opportunity__title", "pk")


@dataclass(frozen=True)
class Share:
    """How many of a group got a place, and one of their first three. None: too few to say."""

    group: str
    students: int | None
    placed: int | None
    top: int | None


def outcome_shares(outcomes: QuerySet[Any], group: str, viewer: Viewer) -> list[Share]:
    """Shares of what came out, by "grade" or "advisory"; under eight is hidden. Two statements."""
    rows = list(outcomes.values_list("student", "place", "choice"))
    people = with_advisory(
        visible_students(viewer, Matter.DAYS).filter(pk__in=[row[0] for row in rows])
    )
    column = "advisory_name" if group == "advisory" else "grade"
    names = dict(people.values_list("pk", column))
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for student, place, choice in rows:
        cell = sums[names.get(student) or ""]
        placed = place is not None
        cell[0], cell[1], cell[2] = (
            cell[0] + 1,
            cell[1] + placed,
            cell[2] + (placed and choice <= TOP),
        )
    return [share_of(name, *sums[name]) for name in sorted(sums)]


def share_of(name: str, many: int, placed: int, top: int) -> Share:
    if many < HIDE_BELOW:
        return Share(name, None, None, None)
    return Share(name, many, placed, top)


@dataclass(frozen=True)
class TrialPage:
    """What a draw would give: sums, and who would have no place. At most fifty are named."""

    tally: Tally
    unplaced: list[Student]
    empty: list[tuple[RoundPlace, int]]  # places with the seats that stay free


def trial_page(one: Round, problem: Problem, result: Result, viewer: Viewer) -> TrialPage:
    """Put names to a trial. Two statements."""
    wishes = {row.id: row.wishes for row in problem.applicants}
    ranks = [
        wishes[student].index(place) + 1 if place else None
        for student, place in result.places.items()
    ]
    without = [student for student, place in result.places.items() if place is None]
    people = visible_students(viewer, Matter.DAYS).filter(public_id__in=without)
    taken = Counter(place for place in result.places.values() if place)
    left = {row.id: row.seats - taken[row.id] for row in problem.places}
    places = visible_round_places(viewer).filter(round=one).order_by("opportunity__title", "pk")
    empty = [(place, left[place.public_id]) for place in places if left.get(place.public_id)]
    return TrialPage(tally_of(ranks), list(people.order_by("person__sort_name", "pk")[:50]), empty)
