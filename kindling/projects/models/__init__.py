"""A project from its idea to its last words, and the templates it may begin with."""

from kindling.projects.models.choice import ProjectChoice
from kindling.projects.models.deciding import Approval, Side, Suggestion
from kindling.projects.models.judging import Judgement, Verdict
from kindling.projects.models.member import Member, ProjectGoal
from kindling.projects.models.project import FIELDS, Project
from kindling.projects.models.templates import Template
from kindling.projects.models.working import (
    Draft,
    Feedback,
    MidCheck,
    ProjectStep,
    ServiceTime,
    Standard,
)

__all__ = [
    "FIELDS", "Approval", "Draft", "Feedback", "Judgement", "Member", "MidCheck", "Project",
    "ProjectChoice", "ProjectGoal", "ProjectStep", "ServiceTime", "Side", "Standard", "Suggestion", "Template", "Verdict",
]  # fmt: skip
