"""A whole plan on one page: ten statements at most, however much is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from kindling.goals.models import Goal
from kindling.goals.queries import Root, current_roots
from kindling.plans import rules
from kindling.plans.along import Piece, add_url, pieces_along
from kindling.plans.asked import Missing, missing
from kindling.plans.drawing import Line
from kindling.plans.models import (
    ItemGoal,
    Party,
    Plan,
    PlanItem,
    Remark,
    Signer,
    Suggestion,
    Version,
)
from kindling.plans.rules import Part
from kindling.schools.models import School
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

HUES = 8
MOST_REMARKS = 20


@dataclass(frozen=True)
class Card:
    """One item: its goals as (name, hue), the support goals the viewer reads, what there is to show."""

    item: PlanItem
    number: int
    goals: list[tuple[str, int]]
    own_goals: list[str]
    supports: list[Any]
    pieces: list[Piece]
    add_url: str


@dataclass(frozen=True)
class PlanPage:
    plan: Plan
    part: Part
    cards: list[Card]
    coverage: list[Line]
    missing: list[Missing]
    in_force: Version | None
    proposed: Version | None
    signers: list[Signer]  # of what waits, else of what counts
    remarks: list[Remark]
    suggestions: list[Suggestion]  # that wait for the student
    has_ended: bool

    @property
    def mine(self) -> Signer | None:
        """The name that waits for this viewer."""
        return next((one for one in self.waiting if self._is_mine(one)), None)

    def _is_mine(self, one: Signer) -> bool:
        if self.part.is_student:
            return one.party == Party.STUDENT
        return rules.may_sign_as(self.part, one.party)

    @property
    def waiting(self) -> list[Signer]:
        if self.proposed is None:
            return []
        return [one for one in self.signers if one.state == Signer.State.WAITING]

    @property
    def waiting_names(self) -> str:
        return get_text_list([one.person.first for one in self.waiting], _("and"))

    @property
    def may_write(self) -> bool:
        """The words are open, and this viewer writes them."""
        return self.part.writes and self.plan.is_being_written and not self.has_ended


@ready
def _plans(viewer: Viewer, public_id: str) -> QuerySet[Plan]:
    return rules.visible_plans(viewer).for_page().filter(public_id=public_id)


@ready
def _items(_school: School, plan: int) -> QuerySet[PlanItem]:
    return rules.items_now(plan)


@ready
def _touches(_school: School, plan: int) -> QuerySet[ItemGoal]:
    return rules.touches_of(plan)


@ready
def _signers(_school: School, plan: int) -> QuerySet[Signer]:
    return rules.signers_under(plan)


def plan_named(viewer: Viewer, public_id: str) -> Plan | None:
    """Return the plan with its student, term, cover sheet and meeting, as far as one sees it."""
    return next(iter(_plans(viewer, public_id)), None)


def plan_page(plan: Plan, viewer: Viewer, part: Part) -> PlanPage:
    """Return what stands on the page of a plan. `plan` comes with student, term and cover."""
    items, touches = _items(viewer.school, plan.pk), _touches(viewer.school, plan.pk)
    roots = current_roots(viewer.school)
    signers = _signers(viewer.school, plan.pk) if plan.version_count else []
    versions = {one.version_id: one.version for one in signers}.values()
    proposed = next((one for one in versions if one.state == Version.State.PROPOSED), None)
    in_force = next((one for one in versions if one.state == Version.State.IN_FORCE), None)
    now = proposed or in_force
    has_ended = plan.term.ends_on < viewer.school.today()
    writes = part.writes and plan.is_being_written and not has_ended
    return PlanPage(
        plan=plan,
        part=part,
        cards=cards_of(plan, items, touches, roots, viewer),
        coverage=coverage_of(items, touches, roots),
        missing=missing_in(plan, items, touches, viewer) if writes else [],
        in_force=in_force,
        proposed=proposed,
        signers=[one for one in signers if now and one.version_id == now.pk],
        remarks=remarks_of(plan, viewer),
        suggestions=waiting_for(plan, viewer),
        has_ended=has_ended,
    )


def missing_in(
    plan: Plan, items: list[PlanItem], touches: list[ItemGoal], viewer: Viewer
) -> list[Missing]:
    """What the school still asks for. Two statements."""
    running = rules.placements_for(viewer, plan.student)
    return missing(
        items,
        rules.rules_of(viewer),
        goals={one.root for one in touches} - {None},
        own_goals={one.own_goal_id for one in touches} - {None},
        mentors={one.pk: one.mentor.first for one in running},
    )


def remarks_of(plan: Plan, viewer: Viewer) -> list[Remark]:
    if not plan.remark_count:
        return []
    found = rules.visible_remarks(viewer).filter(plan=plan).order_by("-at", "-pk")
    return list(found[:MOST_REMARKS])


def waiting_for(plan: Plan, viewer: Viewer) -> list[Suggestion]:
    """What others would change and the student has not answered. No statement where nothing waits."""
    if not plan.suggestion_count or plan.state == Plan.State.CLOSED:
        return []
    found = rules.visible_suggestions(viewer).filter(
        student=plan.student_id, state=Suggestion.State.WAITING
    )
    return list(found.order_by("at", "pk")[:MOST_REMARKS])


def root_of(goal: Goal | Root) -> tuple[int, str]:
    return (goal.framework_id, goal.path.partition(".")[0])


def cards_of(
    plan: Plan, items: list[PlanItem], touches: list[ItemGoal], roots: list[Root], viewer: Viewer
) -> list[Card]:
    hues = {root_of(one): number % HUES + 1 for number, one in enumerate(roots)}
    supports: dict[int, list[Any]] = {}
    if plan.serves_support:
        for one in rules.supports_of(viewer, plan):
            supports.setdefault(one.item_id, []).append(one.support_goal)
    pieces = pieces_along(viewer, plan)
    by_item: dict[int, list[ItemGoal]] = {}
    for touch in touches:
        by_item.setdefault(touch.item_id, []).append(touch)
    return [
        Card(
            item=item,
            number=number,
            goals=[
                (str(one.goal), hues.get(root_of(one.goal), HUES))
                for one in by_item.get(item.pk, [])
                if one.goal
            ],
            own_goals=[one.own_goal.words for one in by_item.get(item.pk, []) if one.own_goal],
            supports=supports.get(item.pk, []),
            pieces=pieces.get(item.pk, []),
            add_url=add_url(item.public_id),
        )
        for number, item in enumerate(items, 1)
    ]


def coverage_of(
    items: list[PlanItem], touches: Iterable[ItemGoal], roots: list[Root]
) -> list[Line]:
    """Every goal of the school's, touched or not, then the student's own that are touched."""
    numbers = {item.pk: number for number, item in enumerate(items, 1)}
    school: dict[Any, set[int]] = {}
    own: dict[str, set[int]] = {}
    for one in touches:
        at = numbers.get(one.item_id, 0)
        if one.own_goal:
            own.setdefault(one.own_goal.words, set()).add(at)
        else:
            school.setdefault(one.root, set()).add(at)
    lines = [
        Line(one.title, n % HUES + 1, tuple(sorted(school.get(root_of(one), ()))))
        for n, one in enumerate(roots)
    ]
    lines += [Line(words, HUES, tuple(sorted(found)), own=True) for words, found in own.items()]
    return lines
