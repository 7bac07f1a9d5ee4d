"""Pieces, goals and levels for tests of judgements."""

from __future__ import annotations

from kindling.evidence.actions import keep_evidence
from kindling.evidence.models import Evidence
from kindling.goals.models import Goal, Level
from kindling.judgements.actions import Said, propose_judgement
from kindling.judgements.models import Judgement
from kindling.people.models import Student
from tests.cast import Cast


def goal_of(cast: Cast, code: str = "ER1") -> Goal:
    return Goal.objects.get(school=cast.school, code=code, framework__state="published")


def level_of(goal: Goal, position: int) -> Level:
    return goal.framework.scale.levels.get(position=position)


def said(goal: Goal, position: int = 2, comment: str = "") -> Said:
    return Said(level_of(goal, position), comment=comment)


def a_piece(cast: Cast, who: str = "luis", words: str = "I asked why bees leave.") -> Evidence:
    return keep_evidence(getattr(cast, who), words=words, by=cast.as_(who))


def proposed(cast: Cast, who: str = "luis", code: str = "ER1") -> Judgement:
    student: Student = getattr(cast, who)
    goal = goal_of(cast, code)
    return propose_judgement(
        student, goal, said(goal), pieces=[a_piece(cast, who)], by=cast.as_(who)
    )
