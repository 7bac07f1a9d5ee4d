"""Everybody at the school reads its goals; few change them. Own goals belong to the student."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.goals.models import (
    CaseImport,
    Framework,
    Goal,
    GoalSettings,
    OwnGoal,
    Progression,
    Rubric,
)
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full, visible_students
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

KEEPERS = (Role.PRINCIPAL, Role.COORDINATOR)


def visible_frameworks(viewer: Viewer) -> QuerySet[Framework]:
    """What is in use and what was; drafts for those who may edit them. A pass shows none."""
    frameworks: QuerySet[Framework] = Framework.objects.filter(school=viewer.school)
    if viewer.purpose:
        return frameworks.none()
    if not may_edit_goals(viewer):
        frameworks = frameworks.exclude(state=Framework.State.DRAFT)
    return frameworks.select_related("scale")


def visible_goals(viewer: Viewer) -> QuerySet[Goal]:
    """The goals of every version one may read."""
    goals: QuerySet[Goal] = Goal.objects.filter(school=viewer.school)
    if viewer.purpose:
        return goals.none()
    if not may_edit_goals(viewer):
        goals = goals.exclude(framework__state=Framework.State.DRAFT)
    return goals.select_related("framework__scale", "parent")


def goals_in_use(school: School) -> QuerySet[Goal]:
    """What plans, projects and judgements are about now, in the order of reading."""
    goals: QuerySet[Goal] = Goal.objects.filter(
        school=school,
        framework__state=Framework.State.PUBLISHED,
        framework__is_planned=True,
        deprecated_at__isnull=True,
    )
    return goals.select_related("framework").order_by("framework__number", "framework", "path")


def meanings_in(framework: Framework) -> QuerySet[Progression]:
    """What levels mean for the goals of a version that the caller may see."""
    rows: QuerySet[Progression] = Progression.objects.filter(goal__framework=framework)
    return rows.order_by("goal__path", "level__position")


def visible_rubrics(viewer: Viewer) -> QuerySet[Rubric]:
    """As with frameworks."""
    rubrics: QuerySet[Rubric] = Rubric.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rubrics.none()
    if not may_edit_goals(viewer):
        rubrics = rubrics.exclude(state=Rubric.State.DRAFT)
    return rubrics.select_related("scale")


def rubrics_in_use(school: School, use: str) -> QuerySet[Rubric]:
    """The published rubrics for projects or exhibitions, oldest first."""
    rubrics: QuerySet[Rubric] = Rubric.objects.filter(
        school=school, use=use, state=Rubric.State.PUBLISHED
    )
    return rubrics.select_related("scale").order_by("pk")


def may_edit_goals(viewer: Viewer) -> bool:
    """Principal and coordinator; advisors where the school says so."""
    if viewer.purpose:
        return False
    if viewer.is_a(*KEEPERS, Role.SYSTEM):
        return True
    return viewer.is_a(Role.ADVISOR) and settings_of(viewer.school).advisors_edit


def settings_of(school: School) -> GoalSettings:
    """What the school decided; without a row, what is usual (not saved)."""
    kept = GoalSettings.objects.filter(school=school).first()
    return kept or GoalSettings(school=school)


def may_change_settings(viewer: Viewer) -> bool:
    """Say who edits the goals."""
    return viewer.is_a(*KEEPERS) and not viewer.purpose


def visible_imports(viewer: Viewer) -> QuerySet[CaseImport]:
    """For those who may edit."""
    imports: QuerySet[CaseImport] = CaseImport.objects.filter(school=viewer.school)
    return imports if may_edit_goals(viewer) else imports.none()


def visible_own_goals(viewer: Viewer) -> QuerySet[OwnGoal]:
    """The student's, their family's, their advisor's and the leaders' to read.

    No pass shows them, and no substitute reads them.
    """
    goals: QuerySet[OwnGoal] = OwnGoal.objects.filter(school=viewer.school)
    goals = goals.filter(student__in=students_in_full(viewer, Matter.PLAN).values("pk"))
    return goals.select_related("student__person", "goal__framework")


def goals_of(student: Student | int) -> QuerySet[OwnGoal]:
    """A student's own goals that they work on, oldest first. The caller may see the student."""
    open_ones: QuerySet[OwnGoal] = OwnGoal.objects.filter(student=student, state=OwnGoal.State.OPEN)
    return open_ones.order_by("since_on", "pk")


def may_keep_own_goals(viewer: Viewer, student: Student) -> bool:
    """Nobody writes a student's own goals but the student."""
    own = viewer.person_id is not None and student.person_id == viewer.person_id
    return own and viewer.is_a(Role.STUDENT) and not viewer.purpose


def own_student(viewer: Viewer) -> Student | None:
    """Return the viewer as a student of this school, or None."""
    if viewer.person is None or viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    return visible_students(viewer, Matter.PLAN).filter(person=viewer.person).first()
