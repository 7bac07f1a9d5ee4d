"""An offer is accepted, recognised, or declined with a kind word; after a no it is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.kit.text import plain
from kindling.notices.actions import notify
from kindling.outreach import rules
from kindling.outreach.models import Contact, Offer
from kindling.people.models import Connection
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.actions import NewPlace, add_mentor, add_organisation, add_place, add_site
from kindling.sites.models import Site, SiteMentor
from kindling.sites.rules import may_edit_mentors, visible_sites

KEPT_DAYS = 90  # after a no


@transaction.atomic
def accept_offer(
    offer: Offer,
    *,
    by: Viewer,
    organisation: str,
    title: str = "",
    areas: Iterable[str] = (),
    days: str = "",
    as_mentor: bool = False,
) -> Site:
    """Make the site, for a place also what is on offer there; the offerer hears of it.

    as_mentor: whoever offered guides interns there (the coordinator's word only).
    """
    require(rules.may_decide(by))
    site = _make_site(offer, organisation, title, areas, days, by=by)
    person = _known(offer, by=by)
    if as_mentor and may_edit_mentors(by):
        _let_guide(site, person, by=by)
    lead_offer(offer, "accept", site, person, by=by)
    return site


def _make_site(
    offer: Offer, organisation: str, title: str, areas: Iterable[str], days: str, *, by: Viewer
) -> Site:
    """The site, with a place where a student would go; one of the same name is used again."""
    where = {"address": offer.address, "phone": offer.phone}
    if offer.wants_seat:
        facts: dict[str, Any] = {"what": offer.what, "days": days or by.school.internship_days}
        place = NewPlace(organisation, title, areas=tuple(areas), offer=facts, address=where)
        return add_place(place, by=by).site
    for site in visible_sites(by).order_by("pk"):
        if plain(organisation) == plain(site.organisation.name) == plain(site.name):
            return site
    home = add_organisation(by=by, name=organisation)
    return add_site(home, by=by, name=organisation, **where)


def _let_guide(site: Site, person: Person, *, by: Viewer) -> None:
    """Make them a mentor there; nobody who is suspended."""
    if person.suspended_at is not None:
        told = {"name": person.name}
        raise Refused(_("%(name)s works with no students for now. Decide on that first.") % told)
    if not SiteMentor.objects.filter(site=site, person=person, until_on=None).exists():
        add_mentor(site, person, by=by)


@transaction.atomic
def merge_offer(offer: Offer, site: Site, *, by: Viewer) -> None:
    """The school knows them: what they offer is noted at the site, and they are thanked."""
    require(rules.may_decide(by) and site.school_id == by.school.pk)
    lead_offer(offer, "merge", site, _known(offer, by=by), by=by)


@transaction.atomic
def decline_offer(offer: Offer, words: str, *, by: Viewer) -> None:
    """Not now, in words the offerer reads. Raises Refused without any."""
    require(rules.may_decide(by))
    if not words.strip():
        raise Refused(_("Write them a kind word. They read it."))
    person = _known(offer, by=by)
    today = by.school.today()
    changes: dict[str, Any] = {"answer": words.strip(), "person": person, "decided_on": today}
    take_step(offer, "decline", by=by, **changes)
    notify(person, "outreach/declined", {"offer": offer}, by=by)


def lead_offer(offer: Offer, verb: str, site: Site, person: Person, *, by: Viewer) -> None:
    """Lead the offer to the site, note there what was said, and thank them. The caller has asked."""
    take_step(offer, verb, by=by, site=site, person=person, decided_on=by.school.today())
    said = f"{offer.get_kind_display()}. {offer.what}".strip()
    contact = Contact.objects.create(
        school=by.school, organisation=site.organisation, site=site, how=Contact.How.MAIL,
        on=by.school.today(), by=by.person, said=said, owner=by.person,
        next_step=_("Call %(name)s") % {"name": person.name}, next_on=by.school.today(),
        state=Contact.State.OPEN,
    )  # fmt: skip
    record("contact.log", contact, by=by, how=contact.how)
    notify(person, "outreach/accepted", {"offer": offer, "who": by.person}, by=by)


def _known(offer: Offer, *, by: Viewer) -> Person:
    """Who offered, where the school knew them; the adult of this address; or a new one without a hat."""
    known = offer.person or rules.known_adult(by, offer)
    if known is not None:
        return known
    given, _space, family = (offer.name or offer.organisation).partition(" ")
    person = Person(
        school=by.school, given_name=given, family_name=family, email=offer.email,
        phone=offer.phone, language=offer.language,
    ).compose()  # fmt: skip
    person.save()
    record("person.add", person, by=by)
    return person


@every(hours=12)
def forget_offers() -> None:
    """Let go of how to reach whoever was told no, as the form promised."""
    for school in School.objects.filter(set_up_at__isnull=False):
        last = school.today() - timedelta(days=KEPT_DAYS)
        old = Offer.objects.filter(
            school=school, state=Offer.State.DECLINED, decided_on__lt=last, is_forgotten=False
        )
        for offer in old.select_related("person"):
            forget_offer(offer, by=Viewer.system(school))


@transaction.atomic
def forget_offer(offer: Offer, *, by: Viewer) -> None:
    """Take name, address and telephone out of it, and whom we wrote to if they are nobody else."""
    require(by.is_a(Role.SYSTEM))
    person = offer.person
    gone = {"name": "", "email": "", "phone": "", "address": "", "is_forgotten": True}
    Offer.objects.filter(pk=offer.pk).update(**gone, person=None)
    record("offer.forget", offer, by=by)
    if person is not None and not _is_somebody(person):
        with suppress(ProtectedError):  # something else names them: then they are somebody
            person.delete()


def _is_somebody(person: Person) -> bool:
    """Whether the school knows this person for any other reason."""
    if person.user_id or Membership.objects.filter(person=person).exists():
        return True
    others = Offer.objects.filter(person=person).exclude(state=Offer.State.DECLINED)
    return others.exists() or Connection.objects.filter(adult=person).exists()
