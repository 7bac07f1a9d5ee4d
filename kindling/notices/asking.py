"""How often a human may be asked for something in a month, over all schools of a network.

A school learns one thing about somebody: they may be asked, or they rest until a day. Neither how
many asks there were nor which schools sent them can be read by anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.notices.models import AskCount
from kindling.schools.models import Person, School

SALT = "kindling.asks"
NUMBER = 10  # digits of a phone number without its country


def contact_hash(person: Person, school: School) -> str:
    """Return the same for the same human at every school of a network: same e-mail, else phone.

    Keyed, so that nobody who holds the table finds out whom it counts. "" without a contact.
    """
    digits = "".join(sign for sign in person.phone if sign.isdigit())[-NUMBER:]
    contact = person.email.strip().lower() or digits
    if not contact:
        return ""
    told = f"{school.network_id}|{contact}"
    return salted_hmac(SALT, told, algorithm="sha256").hexdigest()


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def next_month(day: date) -> date:
    """Return the first of the month after."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def limit_of(school: School) -> int:
    """Return how many asks a month this school keeps to: the network's number, or its own lower."""
    return min(school.asks_per_month, school.network.asks_per_month)


def resting(people: Iterable[Person], school: School) -> dict[int, date]:
    """Return person's key → until when they rest. Who is not in it may be asked. One statement.

    people: of this school. The asks of all schools are counted, against limit_of(school); whom the
    school does not contact (`Person.quiet_until`) rests as long.
    """
    people = list(people)
    hashes = {person.pk: contact_hash(person, school) for person in people}
    today = school.today()
    spent = AskCount.objects.filter(
        network=school.network_id, month_on=first_of_month(today),
        contact_hash__in=set(hashes.values()), asks__gte=limit_of(school),
    )  # fmt: skip
    full = set(spent.values_list("contact_hash", flat=True)) if hashes else set()
    rests = {pk: next_month(today) for pk, told in hashes.items() if told in full}
    left = {person.pk: person.quiet_until for person in people if is_left_alone(person, today)}
    return rests | {pk: max(until, rests.get(pk, until)) for pk, until in left.items() if until}


def is_left_alone(person: Person, today: date) -> bool:
    """Whether the school asks this adult for nothing now."""
    return person.quiet_until is not None and person.quiet_until >= today


def refuse_left_alone(person: Person, school: School) -> None:
    """Raise Refused for somebody whom the school does not contact."""
    if is_left_alone(person, school.today()):
        raise Refused(_("%(name)s is left in peace now: nothing is sent.") % {"name": person.first})


def spend(people: Iterable[Person], school: School) -> list[Person]:
    """Count one ask for each, and return who may be asked. Four statements, however many.

    Two schools at once: the rows are locked in one order, so the limit holds.
    """
    today = school.today()
    people = [person for person in people if not is_left_alone(person, today)]
    hashes = {person.pk: contact_hash(person, school) for person in people}
    month_on = first_of_month(today)
    wanted = sorted({told for told in hashes.values() if told})
    fresh = [
        AskCount(network_id=school.network_id, contact_hash=told, month_on=month_on)
        for told in wanted
    ]
    AskCount.objects.bulk_create(fresh, ignore_conflicts=True)
    rows = AskCount.objects.filter(
        network=school.network_id, month_on=month_on, contact_hash__in=wanted
    )
    locked = rows.select_for_update().order_by("contact_hash")
    limit = limit_of(school)
    left = {row.contact_hash: row.pk for row in locked if row.asks < limit}
    AskCount.objects.filter(pk__in=left.values()).update(asks=F("asks") + 1)
    # Without a contact nothing can be sent, and the outbox says so.
    return [person for person in people if not hashes[person.pk] or hashes[person.pk] in left]
