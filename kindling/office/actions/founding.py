"""Make a school, its first administrator, and answer the first questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.accounts.actions import set_password
from kindling.accounts.models import User
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.office import rules
from kindling.office.actions.years import TermPlan, add_year
from kindling.people.actions import add_person, give_role
from kindling.schools.beginning import begin
from kindling.schools.models import Installation, Network, Person, School
from kindling.schools.roles import Role
from kindling.schools.slugs import RESERVED
from kindling.schools.viewer import Viewer


@transaction.atomic
def make_school(*, name: str, slug: str, network: str, **facts: Any) -> School:
    """Make a school that nobody has set up yet. `facts`: timezone, language, source_id.

    Raises Refused when the address is taken or is one of Kindling's own.
    """
    if slug in RESERVED or School.objects.filter(slug=slug).exists():
        raise Refused(_("The address “%(slug)s” is taken. Choose another.") % {"slug": slug})
    Installation.mark_real()
    home = Network.objects.filter(name=network).first()
    if home is None:
        home = Network.objects.create(name=network, slug=_free_network_slug(slug))
    school: School = School.objects.create(network=home, name=name, slug=slug, **facts)
    record("school.make", school, by=Viewer.system(school), name=name)
    begin(school)
    return school


@transaction.atomic
def make_administrator(
    school: School, email: str, *, given_name: str = "", family_name: str = ""
) -> User:
    """Let the person with this address administer the school; make person and user when missing.

    Only the server's operator comes here: from a command, or with the set-up code.
    """
    address, by = email.strip().lower(), Viewer.system(school)
    found = list(Person.objects.filter(school=school, email__iexact=address, student=None)[:2])
    if len(found) > 1:
        raise Refused(
            _("Two people at this school share the address %(email)s.") % {"email": email}
        )
    if found:
        person = found[0]
    else:
        given = given_name or address.partition("@")[0]
        person = add_person(
            by=by, role=Role.ADMINISTRATOR, given_name=given, family_name=family_name,
            email=address, language=school.language,
        )  # fmt: skip
    for role in (Role.ADMINISTRATOR, Role.REGISTRAR):
        give_role(person, role, by=by)
    user = person.user or user_with(address, person)
    record("person.make_administrator", person, by=by)
    return user


def user_with(address: str, person: Person) -> User:
    """Give the person the user of this address, made when nobody has it."""
    user: User | None = User.objects.filter(email=address).first()
    if user is None:
        user = User.objects.create_user(address[:150], address)
    if Person.objects.filter(school=person.school, user=user).exists():
        raise Refused(_("Somebody else at this school signs in with this address already."))
    person.user = user
    person.save(update_fields=["user"])
    record("person.give_user", person, by=Viewer.system(person.school))
    return user


@transaction.atomic
def found_school(school: School | None, *, administrator: dict[str, str], **facts: Any) -> User:
    """Answer the first page: a school (or one that was imported) and who runs it.

    Compare-and-set on the founding: of two browsers at once, the second is refused.
    """
    if school is None:
        school = make_school(**facts)
    else:
        school.timezone, school.language = facts["timezone"], facts["language"]
        school.save(update_fields=["timezone", "language"])
    School.objects.select_for_update().get(pk=school.pk)
    if not rules.may_set_up():
        raise Refused(_("Somebody set up a school here a moment ago. Sign in instead."))
    names = {key: administrator[key] for key in ("given_name", "family_name")}
    user = make_administrator(school, administrator["email"], **names)
    set_password(user, administrator["password"], keep=None)
    record("school.found", school, by=Viewer.system(school))
    return user


@transaction.atomic
def finish_set_up(
    school: School,
    *,
    by: Viewer,
    year: tuple[str, date, date] | None,
    terms: Iterable[TermPlan],
    internship_days: str,
    coordinator: Person | None,
) -> None:
    """Answer the second page: the year, its terms, internship days, and who coordinates.

    `year` is None where the roster brought it.
    """
    require(rules.may_finish_set_up(by))
    done = School.objects.filter(pk=school.pk, set_up_at=None)
    if not done.update(set_up_at=timezone.now(), internship_days=internship_days):
        raise Refused(_("This school is set up already. Change it in the settings."))
    if year is not None:
        label, starts_on, ends_on = year
        add_year(by=by, label=label, starts_on=starts_on, ends_on=ends_on, terms=terms)
    if coordinator is not None:
        give_role(coordinator, Role.COORDINATOR, by=by)
    record("school.finish_set_up", school, by=by, internship_days=internship_days)


def _free_network_slug(slug: str) -> str:
    """Return an address for a network that no other has."""
    free = slug
    for number in range(2, 100):
        if not Network.objects.filter(slug=free).exists():
            break
        free = f"{slug[:45]}-{number}"
    return free
