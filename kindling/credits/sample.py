"""Rules to begin with. They are an example: a school reads and changes them before it approves."""

from __future__ import annotations

from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from kindling.credits.models import Clause, Crosswalk, Line
from kindling.goals.models import Framework, Goal

K = Clause.Kind
type Wanted = tuple[str, int, tuple[str, ...], str]  # kind, number, codes of goals, kind of piece


def plant(crosswalk: Crosswalk) -> None:
    """Write the example into an empty draft, in the school's language. Goals it lacks are left out."""
    known = {
        goal.code: goal.identifier
        for goal in Goal.objects.filter(
            school=crosswalk.school, framework__state=Framework.State.PUBLISHED,
            framework__is_planned=True, deprecated_at=None,
        )
    }  # fmt: skip
    with translation.override(crosswalk.school.language):
        for order, (title, most, asked, ways) in enumerate(_example(), 1):
            line = Line.objects.create(
                school=crosswalk.school, crosswalk=crosswalk, order=order, title=title,
                credits=Decimal(most), asked=Decimal(asked),
            )  # fmt: skip
            Clause.objects.bulk_create(_clauses(line, ways, known))


def _clauses(line: Line, ways: list[list[Wanted]], known: dict[str, str]) -> list[Clause]:
    made = []
    for way, wanted in enumerate(ways, 1):
        for kind, number, codes, piece in wanted:
            goals = [[known[code], code] for code in codes if code in known]
            if kind == K.LEVELS and not goals:
                continue
            words = line.title if kind == K.COURSES else ""
            made.append(
                Clause(
                    school=line.school,
                    line=line,
                    way=way,
                    kind=kind,
                    number=number,
                    goals=goals,
                    piece=piece,
                    words=words,
                )
            )
    return made


def _codes(root: str, *numbers: int) -> tuple[str, ...]:
    return tuple(f"{root}{number}" for number in numbers)


def _example() -> list[tuple[str, str, str, list[list[Wanted]]]]:
    """Title, at most in a year, to graduate, the ways to it."""
    course: list[Wanted] = [(K.COURSES, 1, (), "")]
    return [
        (_("English"), "1", "4", [[
            (K.LEVELS, 3, _codes("CO", 1, 2, 3), ""), (K.PIECES, 4, ("CO2",), ""),
            (K.EXHIBITIONS, 1, (), ""),
        ]]),
        (_("Mathematics"), "1", "3", [[(K.LEVELS, 3, _codes("QR", 1, 2, 3, 4, 5), "")], course]),
        (_("Science"), "1", "3", [[
            (K.LEVELS, 3, _codes("ER", 1, 2, 3, 4, 5), ""), (K.PIECES, 2, ("ER",), ""),
        ]]),
        (_("Social studies"), "1", "3", [[
            (K.LEVELS, 3, _codes("SR", 1, 2, 3, 4), ""), (K.PIECES, 2, ("SR",), ""),
        ]]),
        (_("Arts or a language"), "1", "2", [
            [(K.LEVELS, 3, ("CO4",), "")], [(K.LEVELS, 3, ("CO5",), "")],
        ]),
        (_("Work-based learning"), "2", "4", [[(K.HOURS, 135, (), "")]]),
        (_("Health"), "0.5", "1", [[(K.LEVELS, 3, ("PQ6",), "")]]),
    ]  # fmt: skip
