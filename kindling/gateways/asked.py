"""The questions of a thesis and of the plan after school, in the order in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Question:
    """One field: what it is called, what helps to answer it, and whether it must be answered."""

    field: str
    label: str | Promise
    ask: str | Promise = ""
    is_needed: bool = True


THESIS = (
    Question("question", _("My question"), _("Something you want to know and nobody can tell you.")),
    Question("why", _("Why me, why now"), _("What has led you here?")),
    Question("product", _("What there will be in the end"), _("Something that somebody uses.")),
    Question("partner", _("Who gets it"), _("A person, a group, a place in town."), is_needed=False),
    Question("how", _("How I go about it"), _("Whom do you ask, what do you read, what do you try?")),
)  # fmt: skip

AFTER = (
    Question("goal", _("Where I want to be"), _("A year after school: what do you do all day?")),
    Question("why", _("Why"), _("What have you done that makes you think so?")),
    Question("needs", _("What it asks of me"), _("Courses, tests, papers, a license.")),
    Question("money", _("Money"), _("What does it cost, and where does it come from?")),
    Question("people", _("Adults I can ask"), is_needed=False),
    Question("links", _("What my internships have to do with it"), is_needed=False),
    Question("plan_b", _("Plan B"), _("If the first way closes, what then?")),
    Question("first_days", _("My first ninety days"), _("What do you do first, and who knows?")),
)


def labels(questions: tuple[Question, ...]) -> dict[str, str]:
    """Field → what it is called."""
    return {one.field: str(one.label) for one in questions}


def unanswered(thing: object, questions: tuple[Question, ...]) -> list[str]:
    """What must be answered and is not, by its label."""
    return [
        str(one.label)
        for one in questions
        if one.is_needed and not str(getattr(thing, one.field)).strip()
    ]
