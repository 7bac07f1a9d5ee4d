"""How the letter reaches a family: sent, invited, by the clock, on paper."""

from __future__ import annotations

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.families.actions import (
    choose_for_families,
    make_sheets,
    send_letter,
    send_weekly_letters,
)
from kindling.families.sheet import LAYOUT, invitation_sheet
from kindling.families.tests.family import another_family, link_of
from kindling.paper.draw import draw
from kindling.passes.actions import revoke_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import address_of, token_of
from kindling.people.models import Connection
from tests.cast import make_student

DESK = "/harbor-view/families/"
FRIDAY_4PM = "2026-10-16T20:00:00+00:00"


@pytest.fixture
def sends(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


def test_the_letter_comes_in_their_language_with_one_link(cast, sends):
    with sends(execute=True):
        send_letter(cast.rosa, by=cast.as_("ana"))

    (letter,) = mail.outbox
    assert letter.to == ["rosa@harbor-view.example.org"]
    assert address_of(cast.rosa.passes.get().public_id) in letter.body


def test_the_next_letter_brings_the_same_link_while_it_is_good(cast):
    first, second = link_of(cast), link_of(cast)
    with time_machine.travel("2027-02-05T13:00:00+00:00"):
        third = link_of(cast)

    assert (first == second, third == first) == (True, False)


@pytest.mark.parametrize("name", ["maya", "rosa", "sam", "otto", "liam", "tasha"])
def test_who_may_not_send(cast, name):
    with pytest.raises(PermissionDenied):
        send_letter(cast.rosa, by=cast.as_(name))


def test_an_advisor_writes_to_the_families_of_their_own_students(cast, client_of):
    lone = make_student(cast.school, "Kim Park", "201", cast.maya.birth_on)
    father = another_family(cast)
    Connection.objects.filter(adult=father).update(student=lone)
    with pytest.raises(PermissionDenied):
        send_letter(father, by=cast.as_("ana"))

    pages = {name: client_of(name).get(DESK).content.decode() for name in ("ana", "chen")}

    assert ["Paul Blake" in pages[name] for name in pages] == [False, True]
    assert ["Rosa Diaz" in pages[name] for name in pages] == [True, True]


def test_on_its_day_each_family_gets_one_letter(cast, sends):
    another_family(cast)
    choose_for_families(translates=False, letter_weekday=4, by=cast.as_("dana"))
    with sends(execute=True):
        send_weekly_letters()  # a Tuesday
    early = len(mail.outbox)
    with time_machine.travel(FRIDAY_4PM), sends(execute=True):
        send_weekly_letters()
        send_weekly_letters()

    assert (early, sorted(one.to[0] for one in mail.outbox)) == (
        0, ["paul@harbor-view.example.org", "rosa@harbor-view.example.org"],
    )  # fmt: skip


def test_a_worker_that_died_is_gone_on_from_without_a_second_letter(cast, sends):
    another_family(cast)
    choose_for_families(translates=False, letter_weekday=4, by=cast.as_("dana"))
    with time_machine.travel(FRIDAY_4PM), sends(execute=True):
        send_letter(cast.rosa, by=cast.as_("ana"))  # as far as it came
        send_weekly_letters()

    assert sorted(one.to[0] for one in mail.outbox) == [
        "paul@harbor-view.example.org", "rosa@harbor-view.example.org",
    ]  # fmt: skip


def test_who_gets_no_letters_and_whose_link_was_ended_are_left_alone(cast, sends):
    father = another_family(cast)
    Connection.objects.filter(adult=father).update(has_told=False)
    revoke_pass(link_of(cast), by=cast.as_("chen"))
    mail.outbox.clear()
    choose_for_families(translates=False, letter_weekday=4, by=cast.as_("dana"))

    with time_machine.travel(FRIDAY_4PM), sends(execute=True):
        send_weekly_letters()

    assert mail.outbox == []


def test_many_sheets_in_one_pdf_each_in_its_language(cast):
    families = [cast.rosa, another_family(cast)]
    links = make_sheets(families, by=cast.as_("ana"))

    sheet = invitation_sheet(families, links, cast.school)
    pdf, standards = draw(LAYOUT, sheet)

    assert [(one["name"], one["language"]) for one in sheet["families"]] == [
        ("Rosa Diaz", "es"), ("Paul Blake", "en"),
    ]  # fmt: skip
    assert (pdf[:5], bool(standards)) == (b"%PDF-", True)


def test_a_sheet_opens_the_letter_and_belongs_to_its_first_reader(cast):
    held = make_sheets([cast.rosa], by=cast.as_("ana"))[cast.rosa.pk]
    address = f"/p/{token_of(held)}/"

    assert [Client().get(address).status_code for _ in range(2)] == [200, 403]


def test_the_desk_invites_prints_and_says_when_there_is_no_way(cast, client_of):
    client = client_of("ana")
    lost = another_family(cast)
    lost.email = ""
    lost.save()

    answers = [
        client.post(f"{DESK}send/").status_code,
        client.post(f"{DESK}send/", {"to": lost.public_id}).status_code,
        client.post(f"{DESK}send/", {"to": cast.maya.person.public_id}).status_code,
    ]
    paper = client.post(f"{DESK}sheets/", {"to": lost.public_id})

    assert answers == [302, 409, 404]
    assert (paper.status_code, paper["Content-Type"]) == (200, "application/pdf")
    assert set(Pass.objects.values_list("bearer__given_name", flat=True)) == {"Rosa", "Paul"}


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "tasha"])
def test_who_does_not_open_the_desk(client_of, name):
    assert client_of(name).get(DESK).status_code == 403


def test_the_statements_of_the_desk_do_not_grow(cast, client_of, django_assert_max_num_queries):
    client = client_of("ana")
    counts = []
    for number in range(2):
        student = make_student(cast.school, f"T{number} Test", "201", cast.maya.birth_on)
        father = another_family(cast) if not number else cast.rosa
        Connection.objects.create(
            school=cast.school, student=student, adult=father, role="guardian",
            since_on=cast.maya.enrolled_on,
        )  # fmt: skip
        with django_assert_max_num_queries(30) as sent:
            client.get(DESK)
        counts.append(len(sent.captured_queries))

    assert counts[0] == counts[1]
