"""Proposals and rows for the pages of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from kindling.office import rules
from kindling.schools.models import Membership, SchoolYear, Term
from kindling.schools.viewer import Viewer

SUMMER = 7  # from July on, the next school year is meant
PARTS = {Term.Kind.QUARTER: 4, Term.Kind.TRIMESTER: 3, Term.Kind.SEMESTER: 2, Term.Kind.OWN: 1}
MOST_TERMS = 8


def propose_year(today: date) -> tuple[date, date]:
    """Return the school year around today, from the first of September to mid-June."""
    first = today.year if today.month >= SUMMER else today.year - 1
    return date(first, 9, 1), date(first + 1, 6, 15)


def proposal(kind: str, starts_on: date, ends_on: date) -> dict[str, object]:
    """Return a year with its terms as the first answers of a YearForm."""
    first: dict[str, object] = {"kind": kind, "starts_on": starts_on, "ends_on": ends_on}
    first["label"] = f"{starts_on.year}-{(starts_on.year + 1) % 100:02d}"
    for n, term in enumerate(propose_terms(kind, starts_on, ends_on)):
        first |= {f"{name}_{n}": value for name, value in term.items()}
    return first


def propose_terms(kind: str, first: date, last: date) -> list[dict[str, object]]:
    """Return terms of equal length that fill the days from `first` to `last`."""
    parts = PARTS.get(Term.Kind(kind), 1)
    names = {
        Term.Kind.QUARTER: _("Quarter %(number)s"),
        Term.Kind.TRIMESTER: _("Trimester %(number)s"),
        Term.Kind.SEMESTER: _("Semester %(number)s"),
        Term.Kind.OWN: _("Term %(number)s"),
    }
    days = (last - first).days + 1
    cuts = [first + timedelta(days=days * n // parts) for n in range(parts + 1)]
    return [
        {
            "label": names[Term.Kind(kind)] % {"number": n + 1},
            "starts_on": cuts[n],
            "ends_on": cuts[n + 1] - timedelta(days=1),
        }
        for n in range(parts)
    ]


def year_now(viewer: Viewer) -> SchoolYear | None:
    """Return the school year that has not ended yet; None when one must be made."""
    return rules.visible_years(viewer).filter(ends_on__gte=viewer.school.today()).first()


@dataclass(frozen=True)
class YearRow:
    """A year with its terms, in the order of the calendar."""

    year: SchoolYear
    terms: list[Term]


def years_with_terms(viewer: Viewer) -> list[YearRow]:
    """Return the school's years, newest first. Two statements."""
    terms: dict[int, list[Term]] = {}
    for term in rules.visible_terms(viewer):
        terms.setdefault(term.year_id, []).append(term)
    return [YearRow(year, terms.get(year.pk, [])) for year in rules.visible_years(viewer)]


def hats_of(viewer: Viewer, person_id: int) -> list[Membership]:
    """Return the hats one person wears or will wear, oldest first."""
    return list(rules.visible_hats(viewer).filter(person_id=person_id).order_by("since_on", "pk"))
