"""The pages of a family's rights: who opens them, what stands there, and what never does."""

from __future__ import annotations

import pytest

from kindling.people.actions import protect_contact, transfer_rights
from kindling.people.matters import Matter
from kindling.people.models import Limit, Transfer
from kindling.people.queries.waits import waits
from kindling.people.rules import visible_students
from kindling.people.tests.limiting import limited, second_household, tie_of, turns_18
from kindling.schools.inside import inside


def page_of(cast):
    return f"/harbor-view/contacts/{cast.luis.public_id}/"


def test_the_registrar_limits_rosa_on_the_page_and_lifts_it(cast, client_of):
    priya = client_of("priya")
    sent = priya.post(
        f"/harbor-view/contacts/limit/{tie_of(cast).public_id}/",
        {"matters": ["days", "decide"], "basis": "court", "words": "Order 12/26"},
    )
    shown = priya.get(page_of(cast)).content.decode()
    lifted = priya.post(f"/harbor-view/contacts/limits/{Limit.objects.first().public_id}/lift/")

    assert (sent.status_code, lifted.status_code) == (302, 302)
    assert shown.count("Order 12/26") == 2
    assert list(Limit.objects.filter(ended_at=None).values_list("matter", flat=True)) == ["decide"]


def test_a_form_without_a_matter_is_422_and_writes_nothing(cast, client_of):
    sent = client_of("priya").post(
        f"/harbor-view/contacts/limit/{tie_of(cast).public_id}/", {"basis": "other"}
    )

    assert sent.status_code == 422
    assert "Write the reason down." in sent.content.decode()
    assert not Limit.objects.exists()


def test_the_advisor_reads_who_is_let_into_what_and_not_why(cast, client_of):
    limited(cast, Matter.DAYS, words="Order 12/26")

    shown = client_of("ana").get(page_of(cast)).content.decode()

    assert "Rosa Diaz" in shown
    assert "Not let into" in shown
    assert "Order 12/26" not in shown
    assert "Lift it" not in shown


@pytest.mark.parametrize("who", ["rosa", "luis", "maya", "liam", "tasha"])
def test_the_page_of_the_family_is_not_there_for_others(cast, client_of, who):
    assert client_of(who).get(page_of(cast)).status_code == 404


def test_one_guardian_never_reads_of_the_other_nor_of_their_limit(cast, client_of):
    hugo = second_household(cast)
    limited(cast, Matter.DAYS, adult=hugo)

    shown = client_of("rosa").get(f"/harbor-view/students/{cast.luis.public_id}/").content.decode()

    assert "Rosa Diaz" in shown
    assert "Hugo" not in shown
    assert "0177" not in shown


def test_a_protected_contact_is_for_leaders_and_the_own_advisor(cast, client_of):
    hugo = second_household(cast)
    address = f"/harbor-view/students/{cast.luis.public_id}/"
    protect_contact(tie_of(cast, hugo), is_protected=True, by=cast.as_("dana"))

    seen = {
        who: "555 0177" in client_of(who).get(address).content.decode() for who in ("ana", "chen")
    }
    stranger = client_of("luis").get(address).content.decode()

    assert seen == {"ana": True, "chen": True}
    assert "555 0177" not in stranger


def test_the_student_page_of_a_guardian_without_days_names_no_place_and_no_hours(cast, client_of):
    limited(cast, Matter.DAYS)

    shown = client_of("rosa").get(f"/harbor-view/students/{cast.luis.public_id}/").content.decode()

    assert "Luis Diaz" in shown
    assert "Hours this term" not in shown
    assert "See the year" not in shown
    assert "elsewhere" not in shown


def test_eighteen_waits_for_the_registrar_until_it_is_said(cast, client_of):
    turns_18(cast)
    with inside(cast.school):
        before = [(one.key, one.who) for one in waits(cast.as_("priya"))]
    sent = client_of("priya").post(f"{page_of(cast)}age/", {"outcome": "student"})

    assert before == [(f"transfer.confirm:{cast.luis.public_id}", "Luis Diaz")]
    assert sent.status_code == 302
    assert waits(cast.as_("priya")) == []
    assert waits(cast.as_("ana")) == []


def test_a_dependent_without_a_paper_is_refused_on_the_page(cast, client_of):
    turns_18(cast)
    sent = client_of("priya").post(f"{page_of(cast)}age/", {"outcome": "dependent"})

    assert sent.status_code == 409
    assert not Transfer.objects.exists()


def test_luis_ticks_what_rosa_reads(cast, client_of):
    turns_18(cast)
    transfer_rights(cast.luis, Transfer.Outcome.STUDENT, by=cast.as_("priya"))
    luis = client_of("luis")
    address = f"/harbor-view/contacts/mine/{tie_of(cast).public_id}/"
    luis.post(address, {"matters": ["words", "told"]})
    first = {m for m in Matter if visible_students(cast.as_("rosa"), m).exists()}
    luis.post(address, {"matters": ["plan"]})
    wrong = luis.post(address, {"matters": ["decide"]})

    assert first == {Matter.WORDS, Matter.TOLD}
    assert {m for m in Matter if visible_students(cast.as_("rosa"), m).exists()} == {Matter.PLAN}
    assert wrong.status_code == 404


def test_who_is_under_age_reads_who_sees_what_and_gives_nothing(cast, client_of):
    limited(cast, Matter.CARE)
    luis = client_of("luis")

    shown = luis.get("/harbor-view/contacts/mine/").content.decode()
    sent = luis.post(f"/harbor-view/contacts/mine/{tie_of(cast).public_id}/", {"matters": ["plan"]})

    assert "Rosa Diaz" in shown
    assert "Order 12/26" not in shown
    assert sent.status_code == 403


def test_another_student_opens_no_ones_family(cast, client_of):
    sent = client_of("maya").post(f"/harbor-view/contacts/mine/{tie_of(cast).public_id}/", {})

    assert sent.status_code == 404
    assert client_of("rosa").get("/harbor-view/contacts/mine/").status_code == 403


@pytest.mark.parametrize("more", [0, 2])
def test_the_page_costs_the_same_for_one_and_three(
    cast, client_of, django_assert_num_queries, more
):
    for number in range(more):
        second = second_household(cast) if number == 0 else None
        limited(cast, Matter.DAYS, Matter.WORK, adult=second)
    priya = client_of("priya")
    priya.get(page_of(cast))

    with django_assert_num_queries(7):
        priya.get(page_of(cast))
