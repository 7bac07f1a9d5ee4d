"""The emergency card of a site: what stands on it, for whom, at what cost."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.advisory.actions import name_substitute
from kindling.attendance.tests.placed import Statements, make_placement
from kindling.consents.tests.asking import ask, say
from kindling.people.actions import allow_care_note, connect, protect_contact
from kindling.people.models import Connection
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from tests.cast import make_person, make_student

CARDS = "/harbor-view/board/cards/"


@pytest.fixture
def card(cast):
    """Luis is at the shelter with Sam; Rosa allowed a note; Jordan is at the clinic."""
    make_placement(cast.luis, cast.shelter, cast.sam)
    make_placement(cast.jordan, cast.clinic, cast.sam)
    cast.rosa.phone = "555 0177"
    cast.rosa.save()
    Site.objects.filter(pk=cast.shelter.site_id).update(
        entrance="Side door on Dock Street", hospital="Rhode Island Hospital, 555 0911"
    )
    allow_care_note(
        cast.luis, text="Allergic to bees", allowed_by=cast.rosa, until_on=date(2026, 12, 1),
        by=cast.as_("rosa"),
    )  # fmt: skip
    return f"{CARDS}{cast.shelter.site.public_id}/"


ALL = ["Harbor Animal Shelter", "12 Water Street", "555 0142", "Side door on Dock Street",
       "Rhode Island Hospital", "Sam Ito", "555 0199", "Luis Diaz", "Rosa Diaz", "555 0177",
       "Spanish", "Allergic to bees", "555 0100"]  # fmt: skip


@pytest.mark.parametrize("name", ["ana", "dana"])
def test_everything_is_on_it(client_of, card, name):
    page = client_of(name).get(card).content.decode()

    assert [text for text in ALL if text not in page] == []
    assert "Jordan" not in page


def test_an_advisor_finds_no_family_of_others(cast, client_of, card):
    cast.noor = make_person(cast.school, "Noor Ali", Role.ADVISOR)

    page = client_of("noor").get(card).content.decode()

    hidden = ["Luis Diaz", "Rosa Diaz", "555 0177", "Allergic to bees"]
    assert [text for text in hidden if text in page] == []
    assert "Side door on Dock Street" in page


def test_a_protected_contact_is_for_leaders_and_the_own_advisor(cast, client_of, card):
    cast.kim = make_person(cast.school, "Kim Doe", Role.ADVISOR)
    span = {"since_on": cast.school.today(), "until_on": date(2026, 10, 20)}
    name_substitute(cast.tide, cast.kim, by=cast.as_("dana"), **span)
    tie = Connection.objects.get(student=cast.luis, adult=cast.rosa)
    names = ("ana", "dana", "kim")
    before = ["555 0177" in client_of(name).get(card).text for name in names]

    protect_contact(tie, is_protected=True, by=cast.as_("dana"))

    assert before == [True, True, True]
    assert ["555 0177" in client_of(name).get(card).text for name in names] == [True, True, False]


def test_a_leader_finds_nothing_of_the_other_parent_of_their_own_child(cast, client_of, card):
    connect(cast.luis, cast.chen, Role.GUARDIAN, by=Viewer.system(cast.school))

    page = client_of("chen").get(card).text

    assert ("Luis Diaz" in page, "555 0177" in page) == (True, False)


@pytest.mark.parametrize("name", ["luis", "rosa", "liam", "tasha", "otto"])
def test_who_finds_no_card(client_of, card, name):
    assert [client_of(name).get(path).status_code for path in (CARDS, card)] == [404, 404]


def test_the_list_names_the_sites_of_today(client_of, card):
    page = client_of("ana").get(CARDS).content.decode()

    assert ("Harbor Animal Shelter" in page, "Bayside Animal Clinic" in page) == (True, True)


@pytest.mark.parametrize("n", [1, 20])
def test_statements_do_not_follow_the_number_of_students(cast, client_of, card, n):
    system = Viewer.system(cast.school)
    for k in range(n):
        student = make_student(cast.school, f"S{k} Test", "201", date(2010, 1, 1))
        kin = make_person(cast.school, f"K{k} Test", Role.GUARDIAN)
        connect(student, cast.ana, Role.ADVISOR, by=system, since_on=date(2026, 8, 31))
        connect(student, kin, Role.GUARDIAN, by=system, since_on=date(2026, 8, 31))
        make_placement(student, cast.shelter, cast.sam)
    client = client_of("ana")
    client.get(card)

    with Statements() as sent:
        assert client.get(card).status_code == 200
    assert sent.count == 14


@pytest.mark.parametrize(
    ("says", "told"),
    [("unasked", ""), ("", "no yes of the family"), ("yes", "the family said yes"),
     ("no", "no yes of the family")],
)  # fmt: skip
def test_whether_the_family_allows_care_stands_on_it(cast, client_of, card, says, told):
    if says != "unasked":
        consent = ask(cast, "medical")
        if says:
            say(cast, consent, says)

    page = client_of("ana").get(card).content.decode()

    assert told in page
    assert ("Care in an emergency" in page) == bool(told)
    assert "Allergic to bees" in page  # a word of its own, with its own last day
