"""The roster as a list, and one person's card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.enrollment.rules import visible_roster
from kindling.kit.text import plain
from kindling.schools.models import Person
from kindling.schools.roles import GIVEN, Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import day


def roster_page(viewer: Viewer, *, words: str, role: str) -> QuerySet[Person]:
    """People by name; each word must be in it. `role` empty means everyone."""
    people = visible_roster(viewer)
    for word in plain(words).split():
        people = people.filter(Q(sort_name__contains=word) | Q(email__icontains=word))
    if role in GIVEN:
        people = people.filter(memberships__role=role, memberships__until_on__isnull=True)
    return (
        people.select_related("student").prefetch_related("memberships").order_by("sort_name", "pk")
    )


def hats(person: Person, today: date) -> list[str]:
    """The labels of the hats worn today, from what roster_page brought along."""
    return [
        str(Role(hat.role).label)
        for hat in person.memberships.all()
        if hat.until_on is None or hat.until_on >= today
    ]


@dataclass(frozen=True)
class RosterCard:
    """What stands on one person's roster page."""

    hats: list[tuple[str, date, date | None]]
    advisory: str
    guardians: list[tuple[Person, str]]
    children: list[Person]

    @property
    def hats_shown(self) -> list[tuple[str, str]]:
        """Label and span, for a list of facts."""
        return [(label, _span(since, until)) for label, since, until in self.hats]


def roster_card(person: Person) -> RosterCard:
    """Hats with their dates, the advisory, the people around. At most four statements."""
    worn = [(str(Role(h.role).label), h.since_on, h.until_on) for h in person.memberships.all()]
    student = getattr(person, "student", None)
    advisory, guardians = "", []
    if student:
        seats = student.advisory_seats.filter(until_on__isnull=True).select_related("advisory")
        advisory = next((seat.advisory.name for seat in seats), "")
        around = student.connections.filter(role=Role.GUARDIAN, until_on__isnull=True)
        guardians = [(c.adult, c.relation) for c in around.select_related("adult")]
    mine = person.connections.filter(role=Role.GUARDIAN, until_on__isnull=True)
    children = [c.student.person for c in mine.select_related("student__person")]
    return RosterCard(worn, advisory, guardians, children)


def _span(since: date, until: date | None) -> str:
    if until is None:
        return _("since %(day)s") % {"day": day(since, year=True)}
    return _("%(first)s to %(last)s") % {
        "first": day(since, year=True),
        "last": day(until, year=True),
    }
