"""Who goes first where seats are scarce: at most four classes, in one order, each with its name."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.rounds.mechanism import ASKED
from kindling.rounds.models import Round

RETURNING, GRADE, EVERYBODY = 2, 3, 4


@dataclass(frozen=True)
class PriorityClass:
    """`position` is what people read (1 first); `number` is what the record keeps."""

    position: int
    number: int
    name: str


def classes_of(one: Round) -> list[PriorityClass]:
    """The classes of this round, first to last, in the reader's language."""
    names = []
    if one.asked_share:
        names.append((ASKED, _("The mentor asked for the student")))
    if one.returning_first:
        names.append((RETURNING, _("Has learned at this site before")))
    if one.grades:
        grades = ", ".join(sorted(one.grades))
        names.append((GRADE, _("Grade %(grades)s") % {"grades": grades}))
    names.append((EVERYBODY, _("Everybody else") if names else _("Everybody")))
    return [PriorityClass(n, number, name) for n, (number, name) in enumerate(names, 1)]
