"""To whom a student may turn: always somebody who can sign in and read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.incidents import rules
from kindling.incidents.models import DAY
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Offer:
    """One adult, a word about them, and within how many hours somebody has read it."""

    person: Person
    words: str
    hours: int


def offers_to(viewer: Viewer, student: Student) -> list[Offer]:
    """The adults a school offers to this student, the advisor last; never the student's family.

    A school that offers nobody offers the principal: nobody stands alone with a worry.
    """
    plan, family = rules.plan_of(viewer), rules.family_of(student)
    found = {
        row.person_id: Offer(row.person, row.words, row.reply_hours)
        for row in rules.offered_adults(viewer)
    }
    if plan.offers_advisor:
        for person in rules.advisors_of(viewer, student):
            mine = Offer(person, _("Your advisor"), plan.advisor_hours)
            found.setdefault(person.pk, mine)
    open_ = [one for one in found.values() if reads(one.person) and one.person.pk not in family]
    return open_ or _principals(viewer, family)


def people_offered(viewer: Viewer, placement: Placement) -> list[Person]:
    """The same adults, for a private word about the end of an internship."""
    return [one.person for one in offers_to(viewer, placement.student)]


def reads(person: Person) -> bool:
    """Say whether the person can sign in: a worry waits for nobody who cannot."""
    return person.user_id is not None


def _principals(viewer: Viewer, family: set[int]) -> list[Offer]:
    people = rules.people_with(viewer, Role.PRINCIPAL)
    return [
        Offer(person, _("Principal"), DAY)
        for person in people
        if reads(person) and person.pk not in family
    ]
