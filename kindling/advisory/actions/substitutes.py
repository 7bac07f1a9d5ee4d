"""Somebody stands in for an advisor: dated rows give the access, so it ends by itself."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.advisory import rules
from kindling.advisory.models import Advisory, AdvisoryAdvisor, Substitute
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.people.models import Connection
from kindling.schools.inside import inside
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = timedelta(days=90)


@transaction.atomic
def name_substitute(
    advisory: Advisory, person: Person, *, since_on: date, until_on: date, by: Viewer
) -> Substitute:
    """Let somebody who works here stand in, both days counted, and tell them by letter.

    Raises Refused for days that are over, for more than ninety, and for who is there already.
    """
    require(rules.may_name_substitute(by, advisory))
    require(rules.substitute_people(by).filter(pk=person.pk).exists())
    _check_days(since_on, until_on, by.school.today())
    Advisory.objects.select_for_update().get(pk=advisory.pk)  # a double tap makes one
    if _is_there(advisory, person, since_on, until_on):
        told = _("%(name)s already has access to this group on these days.")
        raise Refused(told % {"name": person.name})
    substitute: Substitute = Substitute.objects.create(
        school=by.school, advisory=advisory, person=person, since_on=since_on, until_on=until_on,
        named_by=by.person, hat=_hat_for(person, since_on, until_on, by),
    )  # fmt: skip
    span = {"school": by.school, "since_on": since_on, "until_on": until_on}
    AdvisoryAdvisor.objects.create(advisory=advisory, person=person, is_lead=False, **span)
    seats = advisory.seats.filter(until_on__isnull=True).values_list("student", flat=True)
    Connection.objects.bulk_create(
        Connection(student_id=pk, adult=person, role=Role.ADVISOR, is_substitute=True, **span)
        for pk in seats
    )
    record("substitute.name", substitute, by=by, person=person.public_id)
    with inside(by.school):
        url = advisory.get_absolute_url()
    notify(person, "advisory/substitute", {"substitute": substitute}, by=by, url=url)
    return substitute


def _check_days(since_on: date, until_on: date, today: date) -> None:
    if not today <= since_on <= until_on:
        raise Refused(_("Choose a first day from today on, and a last day after it."))
    if until_on - since_on >= MOST:
        raise Refused(_("A substitute has access for ninety days at most. Name them again then."))


def _is_there(advisory: Advisory, person: Person, first: date, last: date) -> bool:
    """Leads this group, or stands in, on one of these days."""
    rows = AdvisoryAdvisor.objects.filter(advisory=advisory, person=person, since_on__lte=last)
    return rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=first)).exists()


def _hat_for(person: Person, first: date, last: date, by: Viewer) -> Membership | None:
    """An advisor's hat for these days, for who does not wear one all the while.

    One that was lent for another group does not count: it goes when that is taken back.
    """
    worn = Membership.objects.filter(person=person, role=Role.ADVISOR, since_on__lte=first)
    worn = worn.exclude(
        pk__in=Substitute.objects.filter(person=person, hat__isnull=False).values("hat")
    )
    if worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=last)).exists():
        return None
    hat: Membership = Membership.objects.create(
        school=by.school, person=person, role=Role.ADVISOR, since_on=first, until_on=last
    )
    record("person.give_role", person, by=by, role=Role.ADVISOR, until_on=last.isoformat())
    return hat


@transaction.atomic
def end_substitute(substitute: Substitute, *, by: Viewer) -> None:
    """Take the access back now. A second tap changes nothing."""
    require(rules.may_name_substitute(by, substitute.advisory))
    rows = Substitute.objects.filter(pk=substitute.pk, ended_at__isnull=True)
    if not rows.update(ended_at=by.school.now(), ended_by=by.person):
        return
    span = {"since_on": substitute.since_on, "until_on": substitute.until_on}
    about = {"advisory": substitute.advisory, "person": substitute.person, "is_lead": False}
    _stop(AdvisoryAdvisor.objects.filter(**about, **span), by)
    # Who came into the group in the meantime has a row that began later.
    mine = {"adult": substitute.person, "role": Role.ADVISOR, "is_substitute": True}
    met = {"since_on__gte": substitute.since_on, "until_on": substitute.until_on}
    _stop(Connection.objects.filter(**mine, **met, student__in=_students_of(substitute)), by)
    if substitute.hat_id:
        _stop(Membership.objects.filter(pk=substitute.hat_id), by)
    record("substitute.end", substitute, by=by)


def _students_of(substitute: Substitute) -> list[int]:
    """Everybody who sat in the group on one of the days."""
    seats = substitute.advisory.seats.filter(since_on__lte=substitute.until_on)
    seats = seats.filter(Q(until_on__isnull=True) | Q(until_on__gte=substitute.since_on))
    return list(seats.values_list("student", flat=True))


def _stop(rows: object, by: Viewer) -> None:
    """Yesterday was the last day; what had not begun by then goes."""
    today = by.school.today()
    rows.filter(since_on__gte=today).delete()  # type: ignore[attr-defined]
    rows.filter(until_on__gte=today).update(until_on=today - timedelta(days=1))  # type: ignore[attr-defined]
