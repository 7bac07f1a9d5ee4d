"""What Harbor View has on file: federal law and common practice, and what is not there yet."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from kindling.agreements.models import Agreement
from kindling.clearance import actions
from kindling.clearance.models import Proof
from kindling.clearance.questions import questions_of
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

VERIFIED, SUBMITTED = Proof.State.VERIFIED, Proof.State.SUBMITTED
YEAR = timedelta(days=365)
RISKS = {
    "Bayside Animal Clinic": ["restricted-room"],
    "Mercy Hospital Lab": ["chemicals", "restricted-room"],
    "University Chemistry": ["chemicals"],
    "Oakwood Care Home": ["client-records"],
    "Legal Aid Center": ["client-records"],
}
SAFE = "Nobody enters that room or touches it without the mentor. A sign hangs at the door."
WAYS = [
    ("transit", "pass", ""), ("transit", "nothing", ""), ("walk", "nothing", ""),
    ("family", "nothing", "Mother or aunt"), ("school", "ride", "The school van"),
]  # fmt: skip


@dataclass
class Desk:
    """Who checks here, and what is kept so far."""

    school: School
    chen: Person
    dana: Person
    today: date
    rows: list[Proof]
    seen: set[tuple[str, int]]
    signed: set[tuple[int, str]]  # students and the kinds of agreement they have here

    def keep(self, item: str, on: str, key: int, handed_on: date, **facts: Any) -> None:
        """One thing on file; a second about the same thing is not kept."""
        if (item, key) in self.seen:
            return
        self.seen.add((item, key))
        state = facts.setdefault("state", VERIFIED)
        decider = self.dana if item == "control" else self.chen
        at = datetime.combine(handed_on, datetime.min.time(), self.school.zone)
        facts.setdefault("answers", good_answers(item))
        self.rows.append(
            Proof(
                school=self.school, item=item, on=on, stage="internship",
                handed_at=at + timedelta(hours=15),
                decided_at=at + timedelta(hours=16) if state == VERIFIED else None,
                decided_by=decider if state == VERIFIED else None,
                handed_by=facts.pop("by", self.chen), **facts,
            )
        )  # fmt: skip


def make_clearance(school: School, landed: list[Placement], chance: random.Random) -> None:
    """Most is there; a few things are missing, wait to be checked, or run out within 30 days."""
    chen = Person.objects.get(school=school, name="Chen Wu")
    dana = Person.objects.get(school=school, name="Dana Okafor")
    by = Viewer.of_person(chen)
    actions.choose_packs(["practice-1", "us-1"], by=by)
    actions.keep_own_rule(
        "", label="Photo release", says="May pictures of the student be shown?", on="student",
        holder="family", stages=["internship"], blocks=False, by=by,
    )  # fmt: skip
    about = Agreement.objects.filter(school=school, student__isnull=False)
    signed = set(about.values_list("student_id", "kind"))
    desk = Desk(school, chen, dana, school.today(), [], set(), signed)
    for number, placement in enumerate(landed):
        keep_site(desk, placement, number)
        keep_pair(desk, placement, number, chance)
    Proof.objects.bulk_create(desk.rows, batch_size=300)


def keep_site(desk: Desk, placement: Placement, number: int) -> None:
    """Insurance, visit, the mentor and the hazards of a place."""
    site, mentor, place = placement.site, placement.mentor, placement.opportunity
    first = placement.starts_on - timedelta(days=20)
    cover = {"liability": "site", "compensation": "district", "insurer": "Narragansett Mutual"}
    # The clinic's runs out soon, one ran out last week, the others are good for a while.
    left = {0: 19, 7: -6, 12: 27}.get(number, 90 + number * 7 % 200)
    until = desk.today + timedelta(days=left)
    desk.keep("insurance", "site", site.pk, first, site=site, answers=cover, until_on=until)
    desk.keep("visit", "site", site.pk, first, site=site)
    if number % 13 != 5:
        checked = first + timedelta(days=3)
        last = desk.today + timedelta(days=24) if number % 10 == 9 else checked + 2 * YEAR
        desk.keep("check", "mentor", mentor.pk, checked, mentor=mentor, until_on=last)
        desk.keep("orientation", "mentor", mentor.pk, checked, mentor=mentor, by=mentor)
    found = dict.fromkeys(RISKS.get(site.name, []), "yes")
    desk.keep("hazards", "place", place.pk, first, opportunity=place, answers=found)
    if found:
        said = {"measures": SAFE, "who": mentor.name}
        desk.keep("control", "place", place.pk, first, opportunity=place, answers=said)


def keep_pair(desk: Desk, placement: Placement, number: int, chance: random.Random) -> None:
    """What hangs on the student, and on the student at this place."""
    student, place = placement.student, placement.opportunity
    first, person = placement.starts_on - timedelta(days=9), student.person
    desk.keep("emergency", "student", student.pk, first, student=student)
    pair = {"student": student, "opportunity": place}
    desk.keep("factors", "pair", placement.pk, first, **pair)
    for item, kind in (("agreement", "internship"), ("consent", "consent")):
        if (student.pk, kind) not in desk.signed and number % 9 != 4:
            desk.keep(item, "pair", placement.pk, first, **pair)
    if number in (5, 23):
        return
    way, needs, driver = chance.choice(WAYS)
    said = {
        "way": way, "needs": needs, "driver": driver, "allowed": "yes",
        "backup": "Call school; the next bus is 30 minutes later.",
    }  # fmt: skip
    state = SUBMITTED if number in (2, 14, 31) else VERIFIED
    facts = {**pair, "answers": said, "state": state, "by": person}
    desk.keep("travel", "pair", placement.pk, first, **facts)


def good_answers(item: str) -> dict[str, str]:
    """An answer to each question with which the item can be taken."""
    texts = {
        "name": "On paper, signed at the set-up meeting",
        "on": "Chen Wu and the mentor, in the summer",
        "kind": "State police check",
    }
    return {
        one.key: one.good[0]
        if one.good
        else texts.get(one.key, "")
        if one.kind == "text"
        else one.choices[0][0]
        for one in questions_of(item)
    }
