"""Is this place open to this student, and if not, why? Said once, for cards, pages and requests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kindling.people.models import Student
from kindling.sites.models import Opportunity
from kindling.ui.format import day


@dataclass(frozen=True)
class Reason:
    """One thing in the way.

    `code`: full, paused, resting, shut, closed, too_young or birthday_unknown. Why a site is shut
    or rests is for staff; nobody reads it here.

    `on` is the day from which it may be otherwise (ask again, old enough); None when unknown.
    """

    code: str
    age: int | None = None
    on: date | None = None

    @property
    def sentence(self) -> str:
        """Say it in the reader's language."""
        facts = {"age": self.age, "day": day(self.on, year=True) if self.on else ""}
        if self.code == "paused":
            dated, open_ended = _("Paused until %(day)s."), _("Paused for now.")
        elif self.code == "resting":
            dated = open_ended = _("Resting until %(day)s.")
        elif self.code == "shut":
            dated = open_ended = _("Not open to students now.")
        elif self.code == "too_young":
            dated = _("For students of %(age)s and older. You can ask from %(day)s.")
            open_ended = _("For students of %(age)s and older.")
        elif self.code == "birthday_unknown":
            dated = open_ended = _(
                "For students of %(age)s and older. Ask the office to note your birthday."
            )
        elif self.code == "closed":
            dated = open_ended = _("Closed. It takes no more students.")
        else:
            dated = open_ended = _("Full. Someone learns here now.")
        return (dated if self.on else open_ended) % facts


@dataclass(frozen=True)
class Openness:
    """How many seats are free, and what stands in this student's way (nothing: it is open)."""

    free_seats: int
    reasons: tuple[Reason, ...]

    @property
    def is_open(self) -> bool:
        return not self.reasons

    @property
    def is_only_full(self) -> bool:
        """Nothing but a seat is missing: one can wait for it."""
        return [reason.code for reason in self.reasons] == ["full"]

    @property
    def first(self) -> Reason | None:
        """The reason to show when there is room for one."""
        return self.reasons[0] if self.reasons else None


def openness_of(
    opportunity: Opportunity, student: Student | None, on: date, *, free_seats: int | None = None
) -> Openness:
    """Say whether the place is open on that day; without a student, age is left out.

    `free_seats` spares a statement where a list has counted already (`for_cards()`).
    """
    free = opportunity.count_free_seats() if free_seats is None else free_seats
    states = Opportunity.State
    reasons = []
    if opportunity.state == states.CLOSED:
        reasons.append(Reason("closed"))
    if opportunity.state == states.PAUSED:
        reasons.append(Reason("paused", on=opportunity.ask_again_on))
    site = opportunity.site
    if site.is_shut_on(on):
        reasons.append(Reason("shut"))
    elif site.is_resting_on(on):
        reasons.append(Reason("resting", on=site.rests_until))
    if not free:
        reasons.append(Reason("full"))
    if student is not None and not opportunity.is_old_enough(student, on):
        reasons.append(age_reason(opportunity, student))
    return Openness(free, tuple(reasons))


def age_reason(opportunity: Opportunity, student: Student) -> Reason:
    """Too young until a day, or nobody knows."""
    age = opportunity.min_age or 0
    if student.birth_on is None:
        return Reason("birthday_unknown", age)
    return Reason("too_young", age, birthday(student.birth_on, age))


def birthday(born: date, age: int) -> date:
    """The day on which someone turns this old; 1 March for a leap day's child in other years."""
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
