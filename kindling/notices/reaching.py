"""By which ways a person is reached, and whether it is night for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Case, Exists, Q, Value, When

from kindling.notices import ways
from kindling.notices.kinds import SIGN_IN
from kindling.notices.models import Channel, Group, PushDevice, Reach
from kindling.notices.models.reach import QUIET_FROM, QUIET_UNTIL
from kindling.schools.models import Person

# The usual order. A text is seen within minutes, so safety goes there first.
USUAL = {
    Group.SAFETY: (Channel.SMS, Channel.PUSH, Channel.EMAIL),
    Group.DAILY: (Channel.PUSH, Channel.EMAIL, Channel.SMS),
    Group.OTHER: (Channel.PUSH, Channel.EMAIL, Channel.SMS),
}


# Of a person: a text message may not go to them that day, for a reason an app above knows.
type Bar = Callable[[date], Exists]
BARS: list[Bar] = []


def bar_texts(bar: Bar) -> None:
    """Ask this along before a text message goes; twice is once."""
    if bar not in BARS:
        BARS.append(bar)


@dataclass(frozen=True)
class Contact:
    """One person with what they chose, and whether notifications reach them."""

    person: Person
    reach: Reach
    has_push: bool
    is_barred: bool = False  # no text message: an app above says so
    only: str | None = None  # a letter that signs in: this address and no other way

    def can(self, channel: str) -> bool:
        """Say whether the person has this way and allows it."""
        if self.only is not None:
            return channel == Channel.EMAIL and bool(self.only)
        if channel == Channel.PUSH:
            return self.has_push
        if channel == Channel.EMAIL:
            return bool(self.person.email)
        return bool(self.person.phone) and self.takes_texts

    @property
    def takes_texts(self) -> bool:
        """Whether neither they nor who decides for them stopped text messages."""
        return self.reach.texts_stopped_at is None and not self.is_barred

    def ways(self, group: str, *, has_secret: bool = False) -> list[str]:
        """Return the channels to try, the chosen one first.

        has_secret: a link or a code that opens something. It never stands on a lock screen.
        """
        usual = [one for one in USUAL[Group(group)] if self.can(one)]
        if has_secret:
            usual = [one for one in usual if one != Channel.PUSH]
        wanted = self.reach.wanted(group)
        usual.sort(key=lambda one: (one != wanted, not ways.is_open(one)))
        return [str(one.value) for one in usual]

    def address(self, channel: str) -> str:
        """Return where it goes; a notification goes to all devices, and names none."""
        if self.only is not None:
            return self.only
        return {Channel.EMAIL: self.person.email, Channel.SMS: self.person.phone}.get(
            Channel(channel), ""
        )

    def quiet_until(self, now: datetime) -> datetime | None:
        """Return when the night ends that it is for them now, in the school's zone; None by day."""
        starts = self.reach.quiet_from or QUIET_FROM
        ends = self.reach.quiet_until or QUIET_UNTIL
        here = now.astimezone(self.person.school.zone)
        at = here.time()
        over_midnight = starts > ends
        is_night = (at >= starts or at < ends) if over_midnight else starts <= at < ends
        if not is_night:
            return None
        morning = here.replace(hour=ends.hour, minute=ends.minute, second=0, microsecond=0)
        return morning if at < ends else morning + timedelta(days=1)


def contact_without_push(person: Person, reach: Reach | None) -> Contact:
    """Return somebody who acts by links: no notification ever carries one. No statement."""
    return Contact(person, reach or Reach(person=person, school_id=person.school_id), False)


def contacts_of(people: Iterable[Person]) -> list[Contact]:
    """Return the people with what they chose, in their order. One statement."""
    people = list(people)
    rows = Person.objects.filter(pk__in={person.pk for person in people})
    rows = rows.select_related("reach").annotate(has_push=PushDevice.any_of_person())
    rows = rows.annotate(is_barred=_barred(people))
    found = {row.pk: row for row in rows}
    made = []
    for person in people:
        row = found.get(person.pk)
        reach = getattr(row, "reach", None) or Reach(person=person, school_id=person.school_id)
        made.append(Contact(person, reach, bool(row and row.has_push), bool(row and row.is_barred)))
    return made


def _barred(people: list[Person]) -> Case | Value:
    """Whether anything says no, by the day of each one's school."""
    days = {person.school_id: person.school.today() for person in people if BARS}
    each = (Q(bar(day)) & Q(school=school) for school, day in days.items() for bar in BARS)
    found = reduce(or_, each, Q())
    return Case(When(found, then=Value(True)), default=Value(False)) if found else Value(False)


def contact_of(person: Person, kind: str = "") -> Contact:
    """Return one person with what they chose. One statement.

    For a letter that signs in (`kind`) it is the address they sign in with, and nothing else.
    """
    contact = contacts_of([person])[0]
    if kind not in SIGN_IN:
        return contact
    return replace(contact, only=(person.user.email if person.user else "") or "")
