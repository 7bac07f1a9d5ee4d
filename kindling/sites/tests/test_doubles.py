"""The same one spelt twice is found, with why; what somebody looked at stays away."""

import pytest

from kindling.schools.roles import Role
from kindling.sites.actions import keep_apart
from kindling.sites.doubles import Facts, alike, host, street, tail
from kindling.sites.models import Apart, Kind, Organisation, Site, SiteMentor
from kindling.sites.queries.doubles import doubles
from tests.cast import make_person

LIST = "/harbor-view/places/doubles/"


def make_twin(cast, name="Bayside Animal Clinc", **facts):
    home = Organisation.objects.create(school=cast.school, name=name)
    return Site.objects.create(school=cast.school, organisation=home, name=name, **facts)


def found(cast, who="chen"):
    return [(d.kind.value, d.one.name, d.other.name, d.why) for d in doubles(cast.as_(who))]


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        (Facts("a", "Joe's Garage"), Facts("b", "JOES GARAGE Inc."), ("name",)),
        (Facts("a", "Bayside Animal Clinic"), Facts("b", "Bayside Animal Clinc"), ("name",)),
        (Facts("a", "A", phone="+1 (401) 555-0142"), Facts("b", "Z", phone="401 555 0142"), ("phone",)),
        (Facts("a", "A", website="https://www.a.org/x"), Facts("b", "Z", website="a.org"), ("website",)),
        (Facts("a", "A", phone="0142"), Facts("b", "Z", phone="0142"), ()),
        (Facts("a", "North Clinic"), Facts("b", "South Clinic"), ()),
    ],
)  # fmt: skip
def test_why_two_look_the_same(one, other, reasons):
    pairs = alike([one, other])

    assert [pair.reasons for pair in pairs] == ([reasons] if reasons else [])


def test_an_address_is_the_same_however_it_is_written():
    assert street("12 Water St.", "Providence") == street("12 water street", "PROVIDENCE")
    assert street("", "Providence") == ""
    assert (host("HTTPS://www.Joe.org/shop"), tail("0142")) == ("joe.org", "")


def test_two_branches_of_one_shop_are_not_the_same():
    one, other = (
        Facts("a", "Joe's", address="12 water street"),
        Facts("b", "Joe's", address="9 elm"),
    )

    assert alike([one, other]) == []


def test_a_thousand_entries_take_no_second():
    many = [Facts(str(n), f"Place {n} of {n % 7}", phone=f"555 01{n:04}") for n in range(1000)]

    assert [(pair.one, pair.other) for pair in alike([*many, Facts("x", "Joe"), Facts("y", "Joe")])
            if "x" in (pair.one, pair.other)] == [("x", "y")]  # fmt: skip


def test_people_are_the_same_by_more_than_their_name():
    one = Facts("a", "Sam Ito", near=frozenset({1}))
    namesake, twin = Facts("b", "Sam Ito"), Facts("c", "Sam Itoh", near=frozenset({1}))

    assert [(p.one, p.other) for p in alike([one, namesake, twin], of_people=True)] == [("a", "c")]


def test_the_list_says_why(cast, client_of):
    make_twin(cast, phone="555 0142", address="12 Water St", city="Providence")
    Site.objects.filter(pk=cast.shelter.site_id).update(phone="", address="1 Elm")

    page = client_of("chen").get(LIST).content.decode()

    assert "nearly the same name, the same phone, the same address" in page
    assert [row[:3] for row in found(cast)] == [
        ("organisation", "Bayside Animal Clinic", "Bayside Animal Clinc"),
        ("site", "Bayside Animal Clinic", "Bayside Animal Clinc"),
    ]


def test_another_school_is_never_compared(cast):
    Site.objects.filter(pk=cast.shelter.site_id).update(phone="", address="1 Elm")
    home = Organisation.objects.create(school=cast.north, name="Bayside Animal Clinic")
    Site.objects.create(school=cast.north, organisation=home, name="Bayside Animal Clinic")

    assert found(cast) == []


def test_mentors_with_one_address(cast):
    Site.objects.filter(pk=cast.shelter.site_id).update(phone="", address="1 Elm")
    twin = make_person(cast.school, "Samuel Ito", Role.MENTOR, user=False, email=cast.sam.email)
    SiteMentor.objects.create(
        school=cast.school, site=cast.shelter.site, person=twin, since_on="2026-09-01"
    )

    assert found(cast) == [("mentor", "Sam Ito", "Samuel Ito", "the same e-mail")]
    assert found(cast, "dana") == []  # mentors are the coordinator's


def test_not_the_same_is_remembered(cast, client_of):
    twin = make_twin(cast)
    Site.objects.filter(pk=cast.shelter.site_id).update(phone="", address="1 Elm")
    path = f"{LIST}site/{cast.clinic.site.public_id}/{twin.public_id}/apart/"

    assert client_of("chen").post(path).status_code == 302
    keep_apart(Kind.SITE, twin, cast.clinic.site, by=cast.as_("chen"))  # twice is once

    assert Apart.objects.count() == 1
    assert [row[0] for row in found(cast)] == ["organisation"]


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam", "priya"])
def test_nobody_else_looks_or_decides(cast, client_of, name):
    twin = make_twin(cast)
    client, pair = client_of(name), f"site/{cast.clinic.site.public_id}/{twin.public_id}/"

    for path in (LIST, f"{LIST}{pair}", "/harbor-view/places/merges/"):
        assert client.get(path).status_code == 403
    assert client.post(f"{LIST}{pair}").status_code == 403
    assert client.post(f"{LIST}{pair}apart/").status_code == 403
    assert Apart.objects.count() == 0


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_costs_the_same(cast, client_of, django_assert_num_queries, how_many):
    for number in range(how_many):
        make_twin(cast, f"Bayside Animal Clin{'abc'[number]}")
    client = client_of("chen")

    with django_assert_num_queries(7):
        client.get(LIST)
