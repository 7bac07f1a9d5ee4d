"""Items handed in and checked, made the way people make them: by the actions."""

from __future__ import annotations

from datetime import date

from kindling.clearance import actions
from kindling.clearance.items import ITEMS, On
from kindling.clearance.models import Proof
from kindling.clearance.questions import questions_of
from kindling.clearance.rules import Subject
from kindling.people.models import Student
from kindling.sites.models import Opportunity
from tests.cast import Cast

NEXT_YEAR = date(2027, 10, 1)


def ask_for(cast: Cast, *items: str, **facts) -> None:
    """Harbor View asks for these before an internship."""
    for item in items:
        facts = {"stages": ["internship"], **facts}
        actions.keep_own_rule(item, by=cast.as_("chen"), **facts)


def subject_of(cast: Cast, item: str, student: Student, place: Opportunity) -> Subject:
    on = ITEMS[item].on
    facts = {
        On.STUDENT: {"student": student},
        On.MENTOR: {"mentor": cast.sam},
        On.SITE: {"site": place.site},
        On.PLACE: {"opportunity": place},
        On.PAIR: {"student": student, "opportunity": place},
    }
    return Subject(on, **facts[on])


def good_answers(item: str) -> dict[str, str]:
    """An answer to each question with which the item can be taken."""
    return {
        one.key: one.good[0] if one.good else "Yes." if one.kind == "text" else one.choices[0][0]
        for one in questions_of(item)
    }


def make_handed(
    cast: Cast, item: str, student: Student, place: Opportunity, *, by="chen", **differs
) -> Proof:
    """Handed in by Chen, good for a year where it must have an end. Pass what differs."""
    usual = {"until_on": NEXT_YEAR if ITEMS[item].until == "must" else None, "stage": "internship"}
    answers = differs.pop("answers", good_answers(item))
    subject = subject_of(cast, item, student, place)
    return actions.hand_in(ITEMS[item], subject, answers, by=cast.as_(by), **(usual | differs))


def make_checked(cast: Cast, item: str, student: Student, place: Opportunity, **differs) -> Proof:
    """Handed in, and checked by Dana."""
    proof = make_handed(cast, item, student, place, **differs)
    actions.verify_proof(proof, ITEMS[item], by=cast.as_("dana"))
    return proof
