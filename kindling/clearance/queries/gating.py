"""The gate: what stops a shadow day or a start. Placements and exploring ask before they go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kindling.clearance import rules
from kindling.clearance.holding import Holders
from kindling.clearance.items import Stage
from kindling.clearance.pairs import Pair
from kindling.clearance.reading import Reading
from kindling.clearance.standing import Line
from kindling.clearance.wording import in_turn, last_day_of, sentence, why_not
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.sites.models import Opportunity


def gate(
    student: Student,
    opportunity: Opportunity,
    stage: str,
    on: date,
    *,
    school: School | None = None,
    mentor: Person | None = None,
) -> list[Line]:
    """Return the items that stop this student from going there on that day; nothing: go ahead.

    stage: "interview", "shadow" or "internship". A school that asks for nothing costs no statement
    (give `school` where it is at hand); else six, and one more without a mentor.
    """
    school = school or student.school
    if not school.asks_clearance:
        return []
    pair = with_mentor(Pair(student, opportunity, Stage(stage), mentor), on)
    return in_turn(Reading(school, [pair]).lines(pair, on))


def refusal(
    student: Student,
    opportunity: Opportunity,
    stage: str,
    on: date,
    *,
    school: School | None = None,
    mentor: Person | None = None,
) -> str:
    """Return why this is not ready, in one sentence with who holds it now; "" when it is."""
    lines = gate(student, opportunity, stage, on, school=school, mentor=mentor)
    if not lines:
        return ""
    school = school or student.school
    pair = with_mentor(Pair(student, opportunity, Stage(stage), mentor), on)
    who = Holders(school, [pair], on).named(lines[0].holder, pair)
    return why_not(sentence(lines[0], who, last_day_of(lines[0])), len(lines) - 1)


def with_mentor(pair: Pair, on: date) -> Pair:
    """Where nobody is named yet, whoever leads at the site that day."""
    if pair.mentor is not None:
        return pair
    lead = rules.leads_at([pair.opportunity.site_id], on).first()
    return replace(pair, mentor=lead.person) if lead else pair
