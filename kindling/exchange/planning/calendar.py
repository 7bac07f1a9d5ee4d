"""The school year and terms that a package knows of one school."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kindling.exchange.planning.from_oneroster import year_of
from kindling.exchange.reading.records import Package, Session
from kindling.schools.models import Term

KINDS = {2: Term.Kind.SEMESTER, 3: Term.Kind.TRIMESTER, 4: Term.Kind.QUARTER}


@dataclass(frozen=True)
class Span:
    """A year or a term by its name; both days count."""

    label: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Calendar:
    year: Span
    kind: Term.Kind = Term.Kind.OWN
    terms: list[Span] = field(default_factory=list)


def calendar_of(package: Package, org: str, today: date) -> Calendar | None:
    """The year that runs (or comes next) and those of its terms in which this school teaches."""
    year = year_of(package, today)
    if year is None or year.ends_on <= year.begins_on:
        return None
    taught = {term for group in package.groups if group.school == org for term in group.terms}
    terms = [
        session
        for session in package.sessions
        if session.source_id in taught
        and session.type in {"semester", "term"}
        and year.begins_on <= session.begins_on < session.ends_on <= year.ends_on
    ]
    terms.sort(key=lambda session: session.begins_on)
    spans = [_span(term) for term in terms]
    return Calendar(_span(year), KINDS.get(len(spans), Term.Kind.OWN), spans)


def _span(session: Session) -> Span:
    return Span(session.title[:60], session.begins_on, session.ends_on)
