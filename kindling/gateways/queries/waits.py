"""What waits on the way to a gateway and to graduation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition
from kindling.gateways import rules
from kindling.gateways.models import AfterPlan, Chapter, Gateway, Showing, Thesis
from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.people.rules import own_advisees, students_in_hand
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = 50
SOON = timedelta(days=7)
State = Gateway.State
PAGES = {
    "thesis": "gateways:thesis",
    "clear": "gateways:thesis",
    "after": "gateways:after",
    "late": "gateways:after",
    "step": "gateways:thesis",
    "choice": "gateways:after",
    "thesis_back": "gateways:thesis",
    "after_back": "gateways:after",
    "chapter": "gateways:chapter",
    "chapter_back": "gateways:chapter",
}  # fmt: skip  (every other one: the way itself)
ICONS = {"chapter": "book-open", "late": "alarm-clock", "clear": "user-check", "yes": "flag"}


@dataclass(frozen=True)
class Row:
    """One thing, as the union gives it."""

    kind: str
    key: str
    page: str
    told: str
    given: str
    preferred: str
    name: str
    at: datetime


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for this viewer, longest first. One statement a hat, two at most."""
    if viewer.purpose or viewer.person_id is None:
        return []
    found: list[Wait] = []
    if viewer.is_a(Role.STUDENT):
        found += [_own(Row(*row)) for row in _for_student(viewer)]
    if viewer.is_a(Role.ADVISOR, Role.COORDINATOR):
        found += [_staff(Row(*row)) for row in _for_staff(viewer)]
    if viewer.is_a(Role.PRINCIPAL):
        found += [_staff(Row(*row)) for row in _for_principal(viewer)]
    return found[:MOST]


def _row(
    rows: QuerySet[Any], kind: str, *, to: str = "", page: str = "public_id", told: str = "",
    at: str = "since",
) -> QuerySet[Any]:  # fmt: skip
    """The rows in the union's shape. `to` leads to the student."""
    said: Any = F(told) if told else Value("", CharField())
    what = {
        "of_kind": Value(kind, CharField()), "of_page": F(page), "of_told": said, "waits_at": F(at)
    }  # fmt: skip
    found: QuerySet[Any] = rows.order_by().annotate(**what).values_list(
        "of_kind", "public_id", "of_page", "of_told", f"{to}student__person__given_name",
        f"{to}student__person__preferred_given_name", f"{to}student__person__name", "waits_at",
    )  # fmt: skip
    return found


@ready
def _for_staff(viewer: Viewer) -> QuerySet[Any]:
    """What their students handed in, and what is late. A chapter is the advisor's alone."""
    first, *others = [*_ways(viewer), *_written(viewer)]
    return first.union(*others, all=True).order_by("waits_at")[:MOST]


def _ways(viewer: Viewer) -> list[QuerySet[Any]]:
    mine, title = students_in_hand(viewer).values("pk"), "checklist__title"
    ways = rules.visible_gateways(viewer).filter(student__in=mine)
    spoken = Q(state=State.SCHEDULED, exhibition__state__in=Exhibition.OVER)
    gone = Q(exhibition=None) | Q(exhibition__state=Exhibition.State.CALLED_OFF)
    homeless = Q(state=State.CHECKED) | (Q(state=State.SCHEDULED) & gone)
    shown = rules.shown_by(viewer).filter(gateway__student__in=mine, state=Showing.State.SHOWN)
    return [
        _row(ways.filter(state=State.APPLIED), "check", told=title),
        _row(ways.filter(spoken), "decide", told=title),
        _row(ways.filter(homeless), "schedule", told=title),
        _row(shown, "shown", to="gateway__", page="gateway__public_id", at="at"),
    ]


def _written(viewer: Viewer) -> list[QuerySet[Any]]:
    mine, student = students_in_hand(viewer).values("pk"), "student__public_id"
    theses = rules.visible_theses(viewer).filter(student__in=mine)
    handed = theses.filter(state__in=(Thesis.State.PROPOSED, Thesis.State.DELIVERED))
    unclear = theses.filter(guide_is_outside=True, guide_cleared_on__isnull=True, guide__gt="")
    plans = rules.visible_after_plans(viewer).filter(student__in=mine)
    choices = rules.choices_of(viewer).filter(
        plan__student__in=mine, done_on__isnull=True, due_on__lt=viewer.school.today(),
        next_step__gt="",
    )  # fmt: skip
    chapters = rules.visible_chapters(viewer).filter(
        student__in=own_advisees(viewer), state=Chapter.State.SHARED
    )
    to, made = "plan__", "created_at"
    return [
        _row(handed, "thesis", page=student),
        _row(unclear, "clear", page=student),
        _row(plans.filter(state=AfterPlan.State.HANDED_IN), "after", page=student),
        _row(chapters, "chapter", told="title"),
        _row(choices, "late", to=to, page=f"{to}student__public_id", told="name", at=made),
    ]


@ready
def _for_principal(viewer: Viewer) -> QuerySet[Any]:
    """Who passed and waits for the last yes."""
    rows = rules.visible_gateways(viewer).filter(state=State.PASSED)
    return _row(rows, "yes", told="checklist__title").order_by("waits_at")[:MOST]


@ready
def _for_student(viewer: Viewer) -> QuerySet[Any]:
    """What came back, conditions, and what is due within a week."""
    first, *others = [*_came_back(viewer), *_due(viewer)]
    return first.union(*others, all=True).order_by("waits_at")[:MOST]


def _came_back(viewer: Viewer) -> list[QuerySet[Any]]:
    mine = {"student__person": viewer.person_id}
    again = Q(back_words__gt="") | Q(exhibition__isnull=False)  # given back, or to do again
    ways = rules.visible_gateways(viewer).filter(again, state=State.PREPARING, **mine)
    theses = rules.visible_theses(viewer).filter(state=Thesis.State.DRAFT, **mine)
    plans = rules.visible_after_plans(viewer).filter(
        state=AfterPlan.State.DRAFT, comment__gt="", **mine
    )
    chapters = rules.visible_chapters(viewer).filter(
        state=Chapter.State.WRITING, comment__gt="", **mine
    )
    student = "student__public_id"
    return [
        _row(ways, "back", told="checklist__title"),
        _row(theses.filter(words__verb="give_back").distinct(), "thesis_back", page=student),
        _row(plans, "after_back", page=student),
        _row(chapters, "chapter_back", told="title"),
    ]


def _due(viewer: Viewer) -> list[QuerySet[Any]]:
    me, soon, made = viewer.person_id, viewer.school.today() + SOON, "created_at"
    conditions = rules.open_conditions(viewer).filter(gateway__student__person=me)
    steps = rules.open_steps(viewer).filter(thesis__student__person=me, due_on__lte=soon)
    choices = rules.choices_of(viewer).filter(
        plan__student__person=me, done_on__isnull=True, due_on__lte=soon, next_step__gt=""
    )
    way, thesis, plan = "gateway__", "thesis__", "plan__"
    return [
        _row(conditions, "condition", to=way, page=f"{way}public_id", told="words", at=made),
        _row(steps, "step", to=thesis, page=f"{thesis}student__public_id", told="title", at=made),
        _row(
            choices, "choice", to=plan, page=f"{plan}student__public_id", told="next_step", at=made
        ),
    ]


def _staff(row: Row) -> Wait:
    says = {
        "check": _("Look at the portfolio of %(name)s: %(title)s"),
        "decide": _("Write down what the panel said of %(name)s: %(title)s"),
        "schedule": _("Choose the exhibition of %(name)s: %(title)s"),
        "shown": _("Say whether it counts, what %(name)s shows"),
        "thesis": _("Read the thesis of %(name)s"),
        "clear": _("Settle who may guide the thesis of %(name)s"),
        "after": _("Read the plan after school of %(name)s"),
        "chapter": _("Read a chapter of %(name)s: %(title)s"),
        "late": _("Late for %(name)s: the next step with %(title)s"),
        "yes": _("Give the last yes for %(name)s: %(title)s"),
    }
    return _wait(row, says[row.kind], HoldsUp.STUDENT)


def _own(row: Row) -> Wait:
    says = {
        "back": _("Look again at what is missing: %(title)s"),
        "condition": _("Meet the condition: %(title)s"),
        "step": _("A step of your thesis: %(title)s"),
        "choice": _("After school, next: %(title)s"),
        "thesis_back": _("Look at your thesis again"),
        "after_back": _("Look at your plan after school again"),
        "chapter_back": _("Go on with your chapter: %(title)s"),
    }
    return _wait(row, says[row.kind], HoldsUp.NOBODY)


def _wait(row: Row, say: str, holds: HoldsUp) -> Wait:
    told = {"name": row.preferred or row.given, "title": row.told}
    return Wait(
        key=f"gateways.{row.kind}:{row.key}", say=say % told,
        url=url(PAGES.get(row.kind, "gateways:gateway"), row.page), holds_up=holds,
        since=row.at, who=row.name, icon=ICONS.get(row.kind, "flag-triangle-right"),
    )  # fmt: skip
