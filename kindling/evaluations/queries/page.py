"""One evaluation as its mentor writes it, and as others read it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from kindling.evaluations import rules
from kindling.evaluations.items import ITEMS, LEVELS, TEXTS
from kindling.evaluations.models import Evaluation, SkillEndorsement
from kindling.people.rules import is_own
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Line:
    """One of the ten: its words, its level (None: not said), and the level in words."""

    item: str
    label: str
    level: int | None

    @property
    def said(self) -> str:
        return "" if self.level is None else str(LEVELS[self.level])


@dataclass(frozen=True)
class Draft:
    """What its mentor wrote so far."""

    lines: list[Line]
    levels: list[tuple[int, str]]
    texts: list[tuple[str, str, str]]  # name, label, text
    ratings_now: str  # JSON, to be sent back as `was`
    answers_now: str

    @property
    def said(self) -> int:
        return sum(1 for line in self.lines if line.level is not None)


@dataclass(frozen=True)
class EvaluationPage:
    """What one reader sees, and may do."""

    reads: bool
    lines: list[Line]
    texts: list[tuple[str, str]]
    endorsements: list[SkillEndorsement]
    guides: bool
    is_own: bool
    may_comment: bool
    host_again: str  # in words, for whoever guides


def lines_of(evaluation: Evaluation) -> list[Line]:
    """The ten lines. One statement."""
    said = dict(rules.ratings_of(evaluation).values_list("item", "level"))
    return [Line(item, str(label), said.get(item)) for item, label in ITEMS.items()]


def draft_of(evaluation: Evaluation) -> Draft:
    """For its mentor alone. One statement."""
    lines = lines_of(evaluation)
    ratings = {line.item: line.level for line in lines if line.level is not None}
    answers: dict[str, Any] = {
        "host_again": evaluation.host_again, "is_shared": evaluation.is_shared,
        "skills": evaluation.skills,
    }  # fmt: skip
    return Draft(
        lines=lines,
        levels=[(level, str(label)) for level, label in LEVELS.items()],
        texts=[(name, str(label), getattr(evaluation, name)) for name, label in TEXTS.items()],
        ratings_now=json.dumps(ratings),
        answers_now=json.dumps(answers),
    )


def evaluation_page(viewer: Viewer, evaluation: Evaluation) -> EvaluationPage:
    """For whoever sees it. Two statements, one or two more for an advisor."""
    reads, guides = rules.may_read(viewer, evaluation), rules.may_guide(viewer, evaluation)
    texts = [(str(label), getattr(evaluation, name)) for name, label in TEXTS.items()]
    shows_host = guides and evaluation.is_done and evaluation.host_again
    return EvaluationPage(
        reads=reads,
        lines=lines_of(evaluation) if reads else [],
        texts=[pair for pair in texts if pair[1]] if reads else [],
        endorsements=list(rules.endorsements_of(evaluation)) if reads else [],
        guides=guides,
        is_own=is_own(viewer, evaluation.student),
        may_comment=rules.may_comment(viewer, evaluation)
        and evaluation.state != Evaluation.State.COUNTED,
        host_again=str(evaluation.get_host_again_display()) if shows_host else "",
    )
