"""What was said with people who host is for staff."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet

from kindling.outreach.models import Contact, OutreachChoice
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat, Site
from kindling.sites.rules import keepers, may_edit_places


def may_log(viewer: Viewer) -> bool:
    """Whoever works at the school notes that they were in touch."""
    return viewer.is_staff and not viewer.purpose


def visible_contacts(viewer: Viewer) -> QuerySet[Contact]:
    """Staff read what was said; students, families and links nothing."""
    contacts: QuerySet[Contact] = Contact.objects.filter(school=viewer.school)
    if not may_log(viewer):
        return contacts.none()
    related = ("organisation", "site", "mentor", "by", "owner")
    return contacts.select_related(*related).order_by("-on", "-pk")


def may_change_contact(viewer: Viewer, contact: Contact) -> bool:
    """Whoever noted it adds the words; the coordinator may too."""
    mine = may_log(viewer) and contact.by_id == viewer.person_id
    return mine or may_edit_places(viewer)


def may_finish(viewer: Viewer, contact: Contact) -> bool:
    """Whose step it is, whoever noted it, and the coordinator."""
    mine = may_log(viewer) and contact.owner_id == viewer.person_id
    return mine or may_change_contact(viewer, contact)


def may_choose(viewer: Viewer) -> bool:
    """Whoever keeps the places says when a site counts as cold."""
    return may_edit_places(viewer)


def visible_choices(viewer: Viewer) -> QuerySet[OutreachChoice]:
    """The school's own choice, if it made one."""
    found: QuerySet[OutreachChoice] = OutreachChoice.objects.filter(school=viewer.school)
    return found if may_log(viewer) else found.none()


def staff_people(viewer: Viewer) -> QuerySet[Person]:
    """Who can be given a next step: those who work at the school today."""
    people = _wearing(viewer, STAFF)
    return people.order_by("sort_name", "pk") if may_log(viewer) else people.none()


def works_here(viewer: Viewer, person: Person) -> bool:
    """Who left the school reads nothing of it any more, not even a next step of their own."""
    return _wearing(viewer, STAFF).filter(pk=person.pk).exists()


def readers(viewer: Viewer) -> list[Person]:
    """Who is told what waits: the coordinators, and where there is none the principals."""
    return list(keepers(viewer)) or list(_wearing(viewer, (Role.PRINCIPAL,)).order_by("pk"))


def _wearing(viewer: Viewer, roles: Iterable[Role]) -> QuerySet[Person]:
    """People of the school who wear one of these hats today."""
    today = viewer.school.today()
    worn = Membership.objects.filter(school=viewer.school, role__in=roles, since_on__lte=today)
    worn = worn.exclude(until_on__lt=today)
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people


def awake(sites: QuerySet[Site], day: date) -> QuerySet[Site]:
    """Leave out sites that rest or are not contacted on that day."""
    return sites.exclude(rests_until__gte=day).exclude(shut_until__gte=day)


def taken_seats(viewer: Viewer) -> QuerySet[Seat]:
    """Seats that a student holds at the site of the outer query."""
    seats: QuerySet[Seat] = Seat.objects.filter(school=viewer.school, is_taken=True)
    return seats.filter(opportunity__site=OuterRef("pk"))


def mentors_of(viewer: Viewer, site: Site, noted: Person | None = None) -> QuerySet[Person]:
    """Who guides interns at the site today, to say with whom one spoke; and who is noted already."""
    here = site.mentors.filter(until_on__isnull=True)
    known = Q(pk__in=here.values("person")) | Q(pk=noted.pk if noted else None)
    people: QuerySet[Person] = Person.objects.filter(known, school=viewer.school)
    return people.order_by("sort_name", "pk") if may_log(viewer) else people.none()
