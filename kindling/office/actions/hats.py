"""Give people their roles at the school, from one day to another. Rows are ended, never deleted."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.office import rules
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def give_hat(
    person: Person, role: Role, *, by: Viewer, since_on: date, until_on: date | None = None
) -> Membership:
    """Let the person wear a hat from a day on, for good or until a last day."""
    require(rules.may_change_school(by) and role in rules.OFFICE_HATS)
    require(person.school_id == by.school.pk)
    _lock(by.school)
    if until_on and until_on < since_on:
        raise Refused(_("The last day must not come before the first day."))
    worn = Membership.objects.filter(person=person, role=role)
    worn = worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=since_on))
    if until_on:
        worn = worn.filter(since_on__lte=until_on)
    if worn.exists():
        raise Refused(
            _("%(name)s is %(role)s in that time already.")
            % {"name": person.name, "role": role.label}
        )
    hat: Membership = Membership.objects.create(
        school=by.school, person=person, role=role, since_on=since_on, until_on=until_on
    )
    record("person.give_role", person, by=by, role=role, since_on=str(since_on))
    return hat


@transaction.atomic
def end_hat(hat: Membership, *, by: Viewer, until_on: date) -> None:
    """Take a hat off after a last day. The last administrator keeps theirs."""
    require(rules.may_change_school(by) and hat.school_id == by.school.pk)
    require(hat.role in rules.OFFICE_HATS)
    _lock(by.school)
    if until_on < hat.since_on:
        raise Refused(_("The last day must not come before the first day."))
    if hat.role == Role.ADMINISTRATOR and Membership.is_only_administrator(hat.person):
        raise Refused(
            _("%(name)s is the only administrator. Make somebody else one first.")
            % {"name": hat.person.name}
        )
    Membership.objects.filter(pk=hat.pk).update(until_on=until_on)
    hat.until_on = until_on
    record("person.end_role", hat.person, by=by, role=hat.role, until_on=str(until_on))


def _lock(school: School) -> None:
    """One at a time: two administrators must not end each other at the same moment."""
    School.objects.select_for_update().get(pk=school.pk)
