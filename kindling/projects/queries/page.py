"""One project with its whole story, as far as each reader may know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.projects import rules
from kindling.projects.models import (
    Approval,
    Draft,
    Judgement,
    Member,
    MidCheck,
    Project,
    ProjectGoal,
    ProjectStep,
    ServiceTime,
    Side,
    Standard,
    Suggestion,
)
from kindling.projects.queries.lists import TONES
from kindling.projects.timeline import Moment, Timeline, timeline
from kindling.schools.viewer import Viewer

State = Project.State
MOST_DAYS = 60  # internship days read for one project


@dataclass(frozen=True)
class Stage:
    """One point of the line from idea to the end."""

    title: str
    is_done: bool
    is_now: bool


@dataclass(frozen=True)
class ProjectPage:
    """Everything one reader sees of one project."""

    project: Project
    tone: str
    stages: list[Stage]
    members: list[Member]  # who works on it now
    left: list[Member]
    own: Member | None  # the reader's part
    read: frozenset[int]  # parts whose own words the reader reads
    advises: bool
    steps: list[ProjectStep]
    picture: Timeline
    goals: list[ProjectGoal]
    standards: list[Standard]
    drafts: list[Draft]
    checks: list[MidCheck]
    approvals: list[Approval]
    suggestions: list[Suggestion]
    judgements: list[Judgement]
    service: list[ServiceTime]
    days: list[Day]
    wants_mentor: bool
    today: date
    by_first_name: bool  # a family and other students read no family names

    @property
    def works(self) -> bool:
        """Whether the reader writes here."""
        return self.own is not None or self.advises

    @property
    def reflections(self) -> list[Member]:
        return [one for one in [*self.members, *self.left] if one.pk in self.read]

    @property
    def yes(self) -> dict[str, Approval]:
        """Whose yes holds for what stands there now."""
        stamp = self.project.stamp
        return {one.side: one for one in self.approvals if one.is_yes and one.stamp == stamp}

    @property
    def service_minutes(self) -> int:
        return sum(one.minutes for one in self.service)

    @property
    def day_minutes(self) -> int:
        return sum(one.minutes for one in self.days)

    @property
    def is_grouped(self) -> bool:
        return len(self.members) + len(self.left) > 1


def project_page(viewer: Viewer, project: Project) -> ProjectPage:
    """Gather it. Ask only for a project the viewer sees."""
    parts = list(rules.members_of(project))
    members = [one for one in parts if one.until_on is None]
    own = next((one for one in members if _is_own(viewer, one)), None)
    seen = set(rules.visible_parts(viewer, project).values_list("pk", flat=True))
    steps = list(rules.steps_of(project))
    days = _days(viewer, project)
    checks, drafts = list(rules.checks_of(project)), list(rules.drafts_of(project))
    today = viewer.school.today()
    return ProjectPage(
        project=project, tone=TONES[State(project.state)], stages=stages(project, bool(checks)),
        members=members, left=[one for one in parts if one.until_on is not None], own=own,
        read=frozenset(seen), advises=rules.advises(viewer, project), steps=steps,
        picture=_picture(project, steps, [*drafts, *checks], days, today),
        goals=_goals(project, parts, seen), standards=list(rules.standards_of(project)),
        drafts=drafts, checks=checks, approvals=list(rules.approvals_of(project)),
        suggestions=list(rules.suggestions_of(project)),
        judgements=_judged(viewer, project, seen, parts), service=_service(project), days=days,
        wants_mentor=project.wants_mentor(),
        by_first_name=not viewer.is_staff, today=today,
    )  # fmt: skip


def _goals(project: Project, parts: list[Member], seen: set[int]) -> list[ProjectGoal]:
    """The school's goals, and the own ones of those whose own words one reads."""
    students = {one.student_id for one in parts if one.pk in seen}
    rows = rules.goals_of(project)
    return [one for one in rows if one.own_goal is None or one.own_goal.student_id in students]


def _is_own(viewer: Viewer, part: Member) -> bool:
    return not viewer.purpose and part.student.person_id == viewer.person_id


def _service(project: Project) -> list[ServiceTime]:
    return list(rules.service_of(project)) if project.kind == "service" else []


def _days(viewer: Viewer, project: Project) -> list[Day]:
    """The internship days since it began, the newest first, with the goal of each."""
    if project.placement_id is None:
        return []
    rows = visible_days(viewer).filter(placement=project.placement_id, on__gte=project.begun_on)
    if project.closed_on:
        rows = rows.filter(on__lte=project.closed_on)
    return list(rows.exclude(state=Day.State.ABSENT).order_by("-on")[:MOST_DAYS])


def _judged(
    viewer: Viewer, project: Project, seen: set[int], parts: list[Member]
) -> list[Judgement]:
    """Every word of advisor and mentor, and of those students whose own words one reads."""
    students = {one.student_id for one in parts if one.pk in seen}
    rows = [
        one for one in rules.judgements_of(project)
        if one.side != Side.SELF or one.student_id in students
    ]  # fmt: skip
    newest: dict[tuple[str, int | None], Judgement] = {}
    for one in rows:  # oldest first
        newest[one.side, one.student_id] = one
    return list(newest.values())


def stages(project: Project, is_checked: bool) -> list[Stage]:
    """The way of a project as a line, with what is done and where it is now."""
    order = {
        State.IDEA: 0, State.PLANNING: 2, State.RETURNED: 2, State.PROPOSED: 3, State.WORKING: 4,
        State.DELIVERED: 6, State.JUDGED: 7, State.CLOSED: 8, State.DROPPED: 0,
    }  # fmt: skip
    now = order[State(project.state)]
    if now == order[State.WORKING] and is_checked:
        now += 1
    titles = [
        _("Idea"), _("Set-up meeting"), _("Proposal"), _("A yes"), _("Work"), _("After mid-check"),
        _("Judged"), _("Reflection"), _("Closed"),
    ]  # fmt: skip
    if project.placement_id is None and project.met_on is None:
        return [Stage(title, n < now, n == now) for n, title in enumerate(titles) if n != 1]
    if project.state == State.IDEA and project.meet_at:
        now = 1
    return [Stage(title, n < now, n == now) for n, title in enumerate(titles)]


def _picture(
    project: Project,
    steps: list[ProjectStep],
    others: list[Draft | MidCheck],
    days: list[Day],
    today: date,
) -> Timeline:
    told = [
        Moment(step.due_on, _kind(step, today), step.title, number)
        for number, step in enumerate(steps, 1)
    ]
    for one in others:
        is_draft = isinstance(one, Draft)
        title = one.title if isinstance(one, Draft) else _("Mid-check")
        told.append(Moment(one.on, "draft" if is_draft else "check", title))
    if project.met_on:
        told.append(Moment(project.met_on, "met", _("Set-up meeting")))
    if project.delivered_on:
        told.append(Moment(project.delivered_on, "delivered", _("Delivered")))
    last = project.closed_on or project.due_on or today
    return timeline(project.begun_on, last, today, told, [day.on for day in days])


def _kind(step: ProjectStep, today: date) -> str:
    if step.done_on:
        return "done"
    return "late" if step.due_on < today else "step"


def candidates(viewer: Viewer, project: Project) -> list[Student]:
    """Students who could join: those one sees and who are not in it. One statement."""
    inside = rules.current_parts().filter(project=project).order_by().values("student")
    rows = (
        visible_students(viewer, Matter.PLAN)
        .filter(state=Student.State.ENROLLED)
        .exclude(pk__in=inside)
    )
    return list(rows.order_by("person__sort_name", "pk"))
