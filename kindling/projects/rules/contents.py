"""What belongs to a project one may see, in the order in which it is read."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from kindling.goals.models import Criterion, Level, OwnGoal
from kindling.goals.rules import rubrics_in_use, visible_own_goals
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.placements.rules import visible_placements
from kindling.projects.models import (
    Approval,
    Draft,
    Feedback,
    Judgement,
    MidCheck,
    Project,
    ProjectChoice,
    ProjectGoal,
    ProjectStep,
    ServiceTime,
    Standard,
    Suggestion,
    Verdict,
)
from kindling.projects.rules.projects import visible_projects
from kindling.schools.models import School, SchoolOwned
from kindling.schools.viewer import Viewer


def steps_of(project: Project) -> QuerySet[ProjectStep]:
    """By their days."""
    rows: QuerySet[ProjectStep] = ProjectStep.objects.filter(project=project)
    return rows.order_by("due_on", "pk")


def standards_of(project: Project) -> QuerySet[Standard]:
    """The lines that hold."""
    rows: QuerySet[Standard] = Standard.objects.filter(project=project, ended_at__isnull=True)
    return rows.select_related("by").order_by("pk")


def goals_of(project: Project) -> QuerySet[ProjectGoal]:
    """The school's in the order of the tree, then own ones."""
    rows: QuerySet[ProjectGoal] = ProjectGoal.objects.filter(project=project)
    return rows.select_related("goal", "own_goal").order_by("goal__path", "pk")


def drafts_of(project: Project) -> QuerySet[Draft]:
    """The newest first, each with who wrote it. What was said to them is read with one more."""
    rows: QuerySet[Draft] = Draft.objects.filter(project=project)
    return rows.select_related("by").prefetch_related("feedback__by").order_by("-number")


def feedback_of(draft: Draft) -> QuerySet[Feedback]:
    """Oldest first."""
    rows: QuerySet[Feedback] = Feedback.objects.filter(draft=draft)
    return rows.select_related("by").order_by("at", "pk")


def checks_of(project: Project) -> QuerySet[MidCheck]:
    """Oldest first."""
    rows: QuerySet[MidCheck] = MidCheck.objects.filter(project=project)
    return rows.select_related("by").order_by("on", "pk")


def approvals_of(project: Project) -> QuerySet[Approval]:
    """Newest first, without what was read."""
    rows: QuerySet[Approval] = Approval.objects.filter(project=project).defer("content")
    return rows.select_related("by").order_by("-at", "-pk")


def suggestions_of(project: Project) -> QuerySet[Suggestion]:
    """Those that wait for an answer."""
    rows: QuerySet[Suggestion] = Suggestion.objects.filter(project=project, state="open")
    return rows.select_related("by").order_by("pk")


def judgements_of(project: Project) -> QuerySet[Judgement]:
    """Oldest first, with their lines. Two statements."""
    rows: QuerySet[Judgement] = Judgement.objects.filter(project=project)
    rows = rows.select_related("by", "student__person").order_by("at", "pk")
    lines = Verdict.objects.select_related("standard", "criterion", "level").order_by("pk")
    return rows.prefetch_related(Prefetch("verdicts", lines))


def service_of(project: Project) -> QuerySet[ServiceTime]:
    """Newest first."""
    rows: QuerySet[ServiceTime] = ServiceTime.objects.filter(project=project)
    return rows.select_related("student__person").order_by("-on", "-pk")


def rubric_of(school: School) -> tuple[list[Criterion], list[Level]]:
    """The criteria of project quality in use, each with what it looks like, and their levels."""
    rubric = rubrics_in_use(school, "project").first()
    if rubric is None:
        return [], []
    criteria = rubric.criteria.prefetch_related("descriptors__level").order_by("order")
    return list(criteria), list(rubric.scale.levels.order_by("position"))


def choice_of(viewer: Viewer) -> ProjectChoice:
    """What holds at the viewer's school."""
    return ProjectChoice.of(viewer.school)


def placements_for(viewer: Viewer, student: Student) -> QuerySet[Placement]:
    """Internships of the student that run, for a project to belong to."""
    return visible_placements(viewer).running().filter(student=student).for_list()


def own_goals_for(viewer: Viewer, project: Project) -> QuerySet[OwnGoal]:
    """The members' own goals, as far as one sees them."""
    parts = project.members.filter(until_on__isnull=True)
    return visible_own_goals(viewer).filter(
        student__in=parts.values("student"), state=OwnGoal.State.OPEN
    )


def visible_in[M: SchoolOwned](viewer: Viewer, model: type[M]) -> QuerySet[M]:
    """What belongs to the projects the viewer sees: steps, drafts, lines, suggestions, parts."""
    rows: QuerySet[M] = model.objects.filter(school=viewer.school)
    return rows.filter(project__in=visible_projects(viewer).values("pk")).select_related(
        "project__mentor", "project__placement", "project__school"
    )
