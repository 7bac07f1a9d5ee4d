"""Several mentors at a site; one of them leads while there is anyone."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.sites.actions import add_mentor, add_new_mentor, end_mentor, make_lead
from kindling.sites.models import SiteMentor
from kindling.sites.tests.asking import HTMX
from tests.cast import make_person

NEW = {"given_name": "Ida", "family_name": "O'Neil-李", "email": "ida@example.org", "title": "Vet"}


@pytest.fixture
def site(cast):
    return cast.clinic.site


def leads(site):
    rows = site.mentors.filter(until_on=None).order_by("pk").select_related("person")
    return [(row.person.first, row.is_lead) for row in rows]


def url(site):
    return f"/harbor-view/places/sites/{site.public_id}/mentors/"


def test_a_new_person_becomes_a_mentor(cast, site, client_of):
    assert client_of("chen").post(url(site), NEW).status_code == 302

    ida = Person.objects.get(given_name="Ida")
    assert Membership.objects.get(person=ida).role == Role.MENTOR
    assert leads(site) == [("Sam", True), ("Ida", False)]


def test_a_known_mentor_comes_from_the_list(cast, site, client_of):
    ida = make_person(cast.school, "Ida Berg", Role.MENTOR, user=False)

    sent = {"person": ida.public_id, "is_lead": "on"}
    assert client_of("chen").post(url(site), sent).status_code == 302
    assert leads(site) == [("Sam", False), ("Ida", True)]


def test_the_list_holds_no_students_strangers_or_those_already_here(cast, site, client_of):
    keeper = make_person(cast.north, "Nora North", Role.MENTOR, user=False)
    ida = make_person(cast.school, "Ida Berg", Role.MENTOR, user=False)

    page = client_of("chen").get(url(site)).content.decode()
    offered = re.findall(r'<option value="(\w{14})"', page)
    assert offered == [ida.public_id]
    for person in (keeper, cast.maya.person, cast.sam, cast.ana):
        assert client_of("chen").post(url(site), {"person": person.public_id}).status_code == 422
    assert leads(site) == [("Sam", True)]


def test_an_address_in_use_leads_to_the_person(cast, site, client_of):
    make_person(cast.school, "Ida Berg", Role.MENTOR, user=False, email="ida@example.org")

    answer = client_of("chen").post(url(site), NEW | {"email": "IDA@example.org"})
    assert answer.status_code == 422
    assert "Ida Berg has this address. Choose them from the list." in answer.content.decode()


@pytest.mark.parametrize(
    "fields", [{"given_name": ""}, {"email": "nope"}, {"given_name": "x" * 201}]
)
def test_wrong_input_adds_nobody(cast, site, client_of, fields):
    assert client_of("chen").post(url(site), NEW | fields).status_code == 422
    assert Person.objects.filter(family_name__contains="Neil").count() == 0


def test_twice_at_one_site_is_refused(cast, site):
    with pytest.raises(Refused, match="Sam Ito is a mentor here already"):
        add_mentor(site, cast.sam, by=cast.as_("chen"))


def test_a_student_is_never_a_mentor(cast, site):
    with pytest.raises(Refused, match="is a student here"):
        add_mentor(site, cast.luis.person, by=cast.as_("chen"))


def test_the_lead_changes_hands(cast, site, client_of):
    ida = add_new_mentor(site, by=cast.as_("chen"), given_name="Ida")

    path = f"/harbor-view/places/mentors/{ida.public_id}/lead/"
    part = client_of("chen").post(path, headers=HTMX)

    assert 'id="mentors"' in part.content.decode()
    assert leads(site) == [("Sam", False), ("Ida", True)]


def test_when_the_lead_ends_the_longest_here_leads(cast, site, client_of):
    add_new_mentor(site, by=cast.as_("chen"), given_name="Ida")
    sam = SiteMentor.objects.get(site=site, person=cast.sam)

    path = f"/harbor-view/places/mentors/{sam.public_id}/end/"
    assert client_of("chen").post(path).status_code == 302

    assert leads(site) == [("Ida", True)]
    assert client_of("chen").post(path).status_code == 409
    with pytest.raises(Refused):
        make_lead(sam, by=cast.as_("chen"))


def test_whoever_ended_may_come_back(cast, site):
    chen = cast.as_("chen")
    end_mentor(SiteMentor.objects.get(site=site), by=chen)

    add_mentor(site, cast.sam, by=chen)

    assert leads(site) == [("Sam", True)]


@pytest.mark.parametrize("name", ["dana", "ana", "maya", "rosa", "priya"])
def test_nobody_else_adds_or_ends_mentors(cast, site, client_of, name):
    sam = SiteMentor.objects.get(site=site)
    for act in (
        lambda by: add_new_mentor(site, by=by, given_name="Ida"),
        lambda by: add_mentor(site, cast.ana, by=by),
        lambda by: make_lead(sam, by=by),
        lambda by: end_mentor(sam, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act(cast.as_(name))
    assert client_of(name).post(url(site), NEW).status_code in {403, 404}
    assert client_of(name).post(f"/harbor-view/places/mentors/{sam.public_id}/end/").status_code in {
        403, 404,
    }  # fmt: skip
    assert leads(site) == [("Sam", True)]
