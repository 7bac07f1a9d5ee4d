"""Rules in plain words; one student's credits with what still misses; a term before it is given."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from kindling.credits import rules
from kindling.credits.gathering import facts_of, rules_of
from kindling.credits.models import ZERO, Appeal, Award, Clause, Crosswalk, Line
from kindling.credits.reckoning import Reckoned, reckon, words_of
from kindling.judgements.rules import names_kept_from
from kindling.people.models import Student
from kindling.schools.models import SchoolYear, Term
from kindling.schools.queries import year_on
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class RuleLine:
    """A subject and the ways to it, each a list of (clause, its words)."""

    line: Line
    ways: tuple[tuple[tuple[Clause, str], ...], ...]


def crosswalk_lines(crosswalk: Crosswalk) -> list[RuleLine]:
    """The rules as sentences. Two statements."""
    found = []
    for line, clauses in rules_of(crosswalk):
        ways: dict[int, list[tuple[Clause, str]]] = defaultdict(list)
        for clause in clauses:
            ways[clause.way].append((clause, words_of(clause)))
        found.append(RuleLine(line, tuple(tuple(way) for way in ways.values())))
    return found


@dataclass(frozen=True)
class Subject:
    """One subject of one student: given in all and this year, and this year's rule looked at."""

    line: Line
    total: Decimal
    this_year: Decimal
    reckoned: Reckoned
    awards: tuple[Award, ...]
    appeals: tuple[Appeal, ...]

    @property
    def left(self) -> Decimal:
        return max(self.line.asked - self.total, ZERO)

    @property
    def is_ready(self) -> bool:
        """Whether this year's work is worth more than was given."""
        return self.reckoned.amount > self.this_year


@dataclass(frozen=True)
class Standing:
    """A student's credits. `other`: given by earlier rules under a name that is used no more."""

    year: SchoolYear | None
    subjects: tuple[Subject, ...]
    other: tuple[Award, ...]
    total: Decimal
    asked: Decimal


def standing_of(viewer: Viewer, student: Student) -> Standing:
    """Read what was given and what still misses. Statements: fourteen at most.

    What the viewer is to mark blind counts nowhere; what awards rest on is left out then.
    """
    blind = names_kept_from(viewer, student)
    crosswalk, year = rules.crosswalk_in_use(viewer.school), year_on_or_last(viewer)
    awards = list(rules.visible_awards(viewer).filter(student=student))
    by_line: dict[str, list[Award]] = defaultdict(list)
    for award in awards:
        award.rests = {} if blind else award.rests
        by_line[award.identifier].append(award)
    subjects: list[Subject] = []
    if crosswalk is not None and year is not None:
        facts = facts_of(viewer.school, [student.pk], year, without=blind)[student.pk]
        appeals = list(rules.visible_appeals(viewer).filter(student=student))
        subjects = [
            Subject(
                line=line, total=_sum(by_line[line.identifier]),
                this_year=_sum([a for a in by_line[line.identifier] if a.year_id == year.pk]),
                reckoned=reckon(line, clauses, facts), awards=tuple(by_line[line.identifier]),
                appeals=tuple(a for a in appeals if a.line.identifier == line.identifier),
            )
            for line, clauses in rules_of(crosswalk)
        ]  # fmt: skip
    known = {subject.line.identifier for subject in subjects}
    other = tuple(award for award in awards if award.identifier not in known)
    asked = sum((one.line.asked for one in subjects), ZERO)
    return Standing(year, tuple(subjects), other, _sum(awards), asked)


def year_on_or_last(viewer: Viewer) -> SchoolYear | None:
    """The school year of today, or in the summer the one that is over."""
    today = viewer.school.today()
    found = year_on(viewer.school, today)
    return found or rules.visible_years(viewer.school).filter(starts_on__lte=today).first()


def _sum(awards: list[Award]) -> Decimal:
    return sum((award.amount for award in awards), ZERO)


@dataclass(frozen=True)
class Row:
    """A student in the list."""

    student: Student
    total: Decimal


def credit_rows(students: list[Student], viewer: Viewer) -> list[Row]:
    """What each was given in all. One statement."""
    keys = [student.pk for student in students]
    sums = rules.visible_awards(viewer).select_related(None).filter(student__in=keys).order_by()
    found: dict[int, Any] = dict(sums.values_list("student_id").annotate(n=Sum("amount")))
    return [Row(student, found.get(student.pk) or ZERO) for student in students]


@dataclass(frozen=True)
class LineReview:
    """What giving credit for a term would do, by subject."""

    line: Line
    students: int  # who would be given some
    amount: Decimal
    unmet: int  # whose year is not enough yet


def term_review(viewer: Viewer, term: Term) -> list[LineReview]:
    """Look before credit is given. The same statements for any number of students."""
    crosswalk = rules.crosswalk_in_use(viewer.school)
    if crosswalk is None:
        return []
    keys = list(rules.enrolled_students(viewer).order_by().values_list("pk", flat=True))
    facts = facts_of(viewer.school, keys, term.year)
    given: dict[Any, Any] = rules.sums_by_line(keys, term.year)
    found = []
    for line, clauses in rules_of(crosswalk):
        worth = {key: reckon(line, clauses, facts[key]).amount for key in keys}
        more = [
            worth[key] - (given.get((key, line.identifier)) or ZERO)
            for key in keys
        ]  # fmt: skip
        new = [amount for amount in more if amount > 0]
        unmet = sum(1 for key in keys if worth[key] == 0)
        found.append(LineReview(line, len(new), sum(new, ZERO), unmet))
    return found
