"""Projects side by side: a student's own, an advisory's board, a family's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories, visible_seats
from kindling.people.models import Student
from kindling.projects import rules
from kindling.projects.models import Project
from kindling.schools.viewer import Viewer

State = Project.State
MOST = 100  # of one advisory, on one board
TONES = {
    State.IDEA: "quiet", State.PLANNING: "info", State.PROPOSED: "warn", State.RETURNED: "warn",
    State.WORKING: "good", State.DELIVERED: "warn", State.JUDGED: "calm", State.CLOSED: "quiet",
    State.DROPPED: "quiet",
}  # fmt: skip


@dataclass(frozen=True)
class Card:
    """One project in a list."""

    project: Project
    names: str  # who works on it
    tone: str
    where: str
    is_late: bool

    @property
    def state(self) -> str:
        return str(self.project.get_state_display())


def cards(projects: Iterable[Project], viewer: Viewer) -> list[Card]:
    """Return the cards of projects that came through `with_members`. No statement."""
    today = viewer.school.today()
    return [_card(one, today, by_first=not viewer.is_staff) for one in projects]


def _card(project: Project, today: date, *, by_first: bool) -> Card:
    students = [part.student for part in project.here]  # type: ignore[attr-defined]
    names = ", ".join(one.first if by_first else one.name for one in students)
    site = project.placement.site.name if project.placement else ""
    due = project.next_due_on
    late = project.state == State.WORKING and due is not None and due < today
    return Card(project, names, TONES[State(project.state)], site, late)


def with_members(rows: QuerySet[Project]) -> QuerySet[Project]:
    """The same projects, each with its members of today as `here`. One statement more."""
    return rows.prefetch_related(Prefetch("members", rules.current_parts(), to_attr="here"))


def projects_of(viewer: Viewer, student: Student) -> list[Card]:
    """A student's projects, open ones first. Two statements."""
    parts = rules.parts_of(viewer, student).filter(until_on__isnull=True)
    rows = rules.visible_projects(viewer).for_list().filter(pk__in=parts.values("project"))
    found = cards(with_members(rows)[:MOST], viewer)
    return sorted(found, key=lambda card: not card.project.is_open)


@dataclass(frozen=True)
class Lane:
    """One column of a board."""

    title: str
    cards: list[Card]


@dataclass(frozen=True)
class Board:
    """An advisory's projects by how far they are, and who has none."""

    groups: list[Advisory]
    group: Advisory | None
    lanes: list[Lane]
    without: list[Student]


def board(viewer: Viewer, asked: str) -> Board:
    """Return the board of one advisory (public id), or of the first one seen. Four statements."""
    groups = list(visible_advisories(viewer).order_by("name", "pk"))
    group = next((one for one in groups if one.public_id == asked), groups[0] if groups else None)
    if group is None:
        return Board([], None, [], [])
    students = [seat.student for seat in visible_seats(viewer, group)]
    parts = rules.current_parts().filter(student__in=students).order_by()
    rows = rules.visible_projects(viewer).for_list().filter(pk__in=parts.values("project"))
    rows = rows.exclude(state__in=[State.CLOSED, State.DROPPED])
    found = cards(with_members(rows)[:MOST], viewer)
    busy = {part.student_id for card in found for part in card.project.here}  # type: ignore[attr-defined]
    without = [one for one in students if one.pk not in busy]
    return Board(groups, group, _lanes(found), without)


def _lanes(found: list[Card]) -> list[Lane]:
    """Sort the cards into columns, in the order of a project's life."""
    columns = [
        (_("Idea and proposal"), (State.IDEA, State.PLANNING, State.RETURNED)),
        (_("Waits for a yes"), (State.PROPOSED,)),
        (_("At work"), (State.WORKING,)),
        (_("Delivered"), (State.DELIVERED, State.JUDGED)),
    ]
    return [
        Lane(title, [card for card in found if card.project.state in states])
        for title, states in columns
    ]


def finished(viewer: Viewer) -> QuerySet[Project]:
    """What is closed or set aside, newest first, for a page of it."""
    rows = rules.visible_projects(viewer).for_list()
    return with_members(rows.filter(state__in=[State.CLOSED, State.DROPPED]))


def line_of(viewer: Viewer, student: Student) -> tuple[Project, str] | None:
    """Return the student's newest open project and where it stands, for their page. One statement."""
    parts = rules.parts_of(viewer, student).filter(until_on__isnull=True)
    rows = rules.visible_projects(viewer).filter(
        pk__in=parts.order_by().values("project"), state__in=Project.OPEN
    )
    project = rows.order_by("-begun_on", "-pk").first()
    return (project, str(project.get_state_display())) if project else None
