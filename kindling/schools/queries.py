"""Which term is it? The answers every page about hours asks for."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from kindling.schools.models import School, SchoolYear, Term
from kindling.schools.ready import ready


def terms_of(school: School) -> list[Term]:
    """Return all terms of the school with their years, oldest first. One statement."""
    return _terms(school)


@ready
def _terms(school: School) -> QuerySet[Term]:
    return Term.of(school)


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


def years_of(school: School) -> list[SchoolYear]:
    """Return all years of the school, newest first. One statement."""
    return _years(school)


@ready
def _years(school: School) -> QuerySet[SchoolYear]:
    return SchoolYear.of(school)


def year_named(school: School, public_id: str = "") -> SchoolYear | None:
    """Return the year with this id, else the one of today, else the last begun. One statement."""
    years, today = years_of(school), school.today()
    named = [year for year in years if year.public_id == public_id]
    begun = [year for year in years if year.starts_on <= today]
    return next(iter(named or begun or years), None)
