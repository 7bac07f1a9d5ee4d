"""Which term is it? The answers every page about hours asks for."""

from __future__ import annotations

from datetime import date

from kindling.schools.models import School, SchoolYear, Term


def terms_of(school: School) -> list[Term]:
    """Return all terms of the school with their years, oldest first. One statement."""
    return list(Term.of(school))


def term_on(school: School, day: date) -> Term | None:
    """Return the term that holds the day; None between terms. One statement."""
    return Term.of(school).filter(starts_on__lte=day, ends_on__gte=day).first()


def current_term(school: School, day: date | None = None) -> Term | None:
    """Return the term of the day (today), or the last one begun; None before the first."""
    today = day or school.today()
    return Term.of(school).filter(starts_on__lte=today).last()


def year_on(school: School, day: date) -> SchoolYear | None:
    """Return the school year that holds the day; None in the summer. One statement."""
    return school.years.filter(starts_on__lte=day, ends_on__gte=day).first()
