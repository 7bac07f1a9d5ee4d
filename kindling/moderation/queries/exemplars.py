"""What the pages of examples show."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.evidence.models import Evidence
from kindling.goals.models import Goal, Level
from kindling.goals.queries import levels_of
from kindling.judgements.models import Judgement
from kindling.moderation.models import Exemplar
from kindling.moderation.names import without_names
from kindling.moderation.rules import exemplars as rules
from kindling.schools.viewer import Viewer

MOST = 60


@dataclass(frozen=True)
class Shelf:
    """One level of a goal and what shows it. The level is of the version it was judged by."""

    level: Level
    examples: tuple[Exemplar, ...]


@dataclass(frozen=True)
class ExemplarPage:
    """One example, and what this viewer may do about it."""

    exemplar: Exemplar
    shows_photo: bool
    whose: str  # "" for who must not know
    may_answer: bool
    may_withdraw: bool


def shelves(viewer: Viewer, goal: Goal) -> tuple[Shelf, ...]:
    """Every level of the goal with its examples, empty ones too. Two statements."""
    found: dict[tuple[int, str], list[Exemplar]] = {}
    levels = {(one.position, one.mark): one for one in levels_of(goal.framework)}
    for row in rules.exemplars_of(viewer, goal)[:MOST]:
        key = (row.level.position, row.level.mark)
        levels.setdefault(key, row.level)
        found.setdefault(key, []).append(row)
    return tuple(Shelf(levels[key], tuple(found.get(key, ()))) for key in sorted(levels))


def exemplar_page(viewer: Viewer, exemplar: Exemplar) -> ExemplarPage:
    """Read one."""
    is_open = exemplar.state in Exemplar.OPEN
    knows = rules.may_see_whose(viewer, exemplar)
    return ExemplarPage(
        exemplar=exemplar,
        shows_photo=photo_of(exemplar) is not None,
        whose=exemplar.evidence.student.name if knows else "",
        may_answer=exemplar.state == Exemplar.State.ASKED
        and rules.may_answer_exemplar(viewer, exemplar),
        may_withdraw=is_open and rules.may_withdraw(viewer, exemplar),
    )


def photo_of(exemplar: Exemplar) -> Evidence | None:
    """The piece whose photo may be shown now: nobody in it, and looked at by the scanner."""
    piece = exemplar.evidence
    lone = piece.kind == Evidence.Kind.PHOTO and piece.people == Evidence.People.NONE
    return piece if exemplar.shows_photo and lone and piece.upload and piece.is_looked_at else None


def first_words(judgement: Judgement, piece: Evidence) -> dict[str, str]:
    """What the form begins with: the piece's own words, names taken out."""
    names = rules.names_around(judgement.student)
    text = "\n\n".join(part for part in (piece.words, piece.reflection) if part)
    return {"title": without_names(piece.title, names)[:120], "words": without_names(text, names)}
