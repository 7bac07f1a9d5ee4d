"""Checklists, a student's way through them, thesis, chapters, and the plan after school."""

from kindling.gateways.models.after import AfterPlan, Choice, Pathway
from kindling.gateways.models.checklists import Checklist, Line
from kindling.gateways.models.gateways import Condition, Gateway, OwnWord, Showing, Waiver
from kindling.gateways.models.thesis import Chapter, Milestone, Thesis, ThesisWord

__all__ = [
    "AfterPlan", "Chapter", "Checklist", "Choice", "Condition", "Gateway", "Line", "Milestone",
    "OwnWord", "Pathway", "Showing", "Thesis", "ThesisWord", "Waiver",
]  # fmt: skip
