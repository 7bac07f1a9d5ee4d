"""What the school remembers of its places: one twice, one at rest, one left alone, who was there."""

from __future__ import annotations

from datetime import timedelta

from kindling.placements.actions import end_placement, share_memory
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.actions import add_organisation, add_site, leave_alone
from kindling.sites.models import Opportunity, Quiet, Site

LINES = [
    ("I made the checklist that they use every morning now.", "A list that works"),
    ("I built shelves for the back room and drew where everything goes.", ""),
    ("I took the photos for their new website.", "Faces of Hope Street"),
]


def make_memory(school: School, landed: list[Placement]) -> None:
    """A few of each, made the way people make them."""
    chen = Viewer.of_person(Person.objects.get(school=school, name="Chen Wu"))
    make_twin(school, chen)
    make_quiet(school, landed, chen)
    make_past(school, landed, chen)


def make_twin(school: School, chen: Viewer) -> None:
    """The clinic, typed in once more from a phone call."""
    clinic = Site.objects.filter(school=school, name="Bayside Animal Clinic").first()
    if clinic is None:
        return
    home = add_organisation(by=chen, name="Bayside Animal Clinc")
    facts = {"address": clinic.address, "city": clinic.city, "languages": "English, Spanish"}
    add_site(home, by=chen, name="Bayside Animal Clinc", **facts)


def make_quiet(school: School, landed: list[Placement], chen: Viewer) -> None:
    """Two sites where nobody learns now: one rests until spring, one said no."""
    busy = {placement.site_id for placement in landed}
    free = Site.objects.filter(school=school, opportunities__state=Opportunity.State.OPEN)
    sites = list(free.exclude(pk__in=busy).order_by("-pk").distinct()[:2])
    until = school.today() + timedelta(days=60)
    words = ["They move to another building.", "The owner asked us not to call any more."]
    kinds = [(Quiet.Kind.REST, until), (Quiet.Kind.NO_CONTACT, None)]
    for site, reason, (kind, last) in zip(sites, words, kinds, strict=False):
        leave_alone(site, kind, reason=reason, until_on=last, by=chen)


def make_past(school: School, landed: list[Placement], chen: Viewer) -> None:
    """The last three internships have ended, and the students said what they made."""
    for placement, (made, project) in zip(landed[-3:], LINES, strict=False):
        if placement.state != Placement.State.ACTIVE:
            continue
        end_placement(placement, "The term is over.", school.today(), by=chen)
        person = placement.student.person
        student = Viewer(person=person, school=school, roles=frozenset({Role.STUDENT}))
        share_memory(placement, made=made, project=project, shown_as=person.first, by=student)
