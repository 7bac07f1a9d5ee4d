"""What a mentor reads behind their link."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.projects import rules
from kindling.projects.models import Draft, Judgement, Project, ProjectStep, Side, Standard
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class DoorPage:
    """One project for its mentor: no family name, no reflection, no other's judgement."""

    firsts: list[str]
    steps: list[ProjectStep]
    standards: list[Standard]
    goals: list[str]  # of the school's framework; a student's own goals stay with them
    drafts: list[Draft]  # those that were sent to the mentor
    has_said_yes: bool  # to what stands there now
    has_open_suggestion: bool
    judged: Judgement | None  # the mentor's own newest word
    wants_mentor: bool


def door_page(viewer: Viewer, project: Project) -> DoorPage:
    """Gather it. Ask only for the project that the link names."""
    members = rules.members_of(project).filter(until_on__isnull=True)
    said = [one for one in rules.approvals_of(project) if one.is_yes and one.side == Side.MENTOR]
    judged = [one for one in rules.judgements_of(project) if one.side == Side.MENTOR]
    open_ones = rules.suggestions_of(project)
    return DoorPage(
        firsts=[one.student.first for one in members],
        steps=list(rules.steps_of(project)),
        standards=list(rules.standards_of(project)),
        goals=[one.goal.title for one in rules.goals_of(project) if one.goal],
        drafts=[one for one in rules.drafts_of(project) if one.for_mentor],
        has_said_yes=any(one.stamp == project.stamp for one in said),
        has_open_suggestion=any(one.by_id == viewer.person_id for one in open_ones),
        judged=judged[-1] if judged else None,
        wants_mentor=project.wants_mentor(),
    )
