"""The pages: a student's, staff's, the mentor's link; and their statements."""

import re

import pytest
from django.test import Client

from kindling.credentials.actions import ask_endorsement, award_internship
from kindling.credentials.models import Credential, Endorsement
from kindling.credentials.tests.earning import (
    awarded_judgement,
    ended_internship,
    graduated,
)
from kindling.credentials.tests.test_award import issued
from kindling.judgements.models import Judgement
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from tests.cast import make_place

HOME = "/harbor-view/credentials/"


def of(student):
    return f"{HOME}for/{student.public_id}/"


def test_from_what_is_ready_to_an_awarded_credential(
    cast, client_of, django_capture_on_commit_callbacks
):
    placement, ana = ended_internship(cast), client_of("ana")
    page = ana.get(of(cast.luis)).content.decode()
    there = re.search(r'href="([^"]*/award/internship/[^"]*)"', page)[1]

    preview = ana.get(there).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = ana.post(there, follow=True)

    made = Credential.objects.get(placement=placement)
    assert "135 confirmed hours" in preview
    assert made.state == "issued"
    assert answer.redirect_chain[-1][0] == f"{HOME}{made.public_id}/"
    assert "Ready to award" not in ana.get(of(cast.luis)).content.decode()


def test_a_student_reads_shares_and_saves_their_own(cast, client_of):
    made = issued(award_internship(ended_internship(cast), by=cast.as_("ana")))
    luis = client_of("luis")

    page = luis.get(f"{HOME}{made.public_id}/").content.decode()
    luis.post(f"{HOME}{made.public_id}/share/")
    saved = luis.get(f"{HOME}{made.public_id}/file/png/")

    assert "Take it back" not in page
    assert luis.get(f"{HOME}").url == of(cast.luis)
    assert Client().get(f"/credentials/shown/{made.uuid}/").status_code == 200
    assert saved["Content-Disposition"] == (
        'attachment; filename="internship-shelter-helper-at-harbor-animal-shelter.png"'
    )


@pytest.mark.parametrize(("name", "status"), [("rosa", 200), ("maya", 404), ("otto", 404)])
def test_the_family_reads_and_nobody_elses(cast, client_of, name, status):
    made = issued(award_internship(ended_internship(cast), by=cast.as_("ana")))

    assert client_of(name).get(f"{HOME}{made.public_id}/").status_code == status


def test_one_who_graduated_still_has_it_all(cast, client_of):
    made = issued(award_internship(ended_internship(cast), by=cast.as_("ana")))
    graduated(cast.luis)
    hats = cast.luis.person.memberships
    hats.update(role="alum")

    luis = client_of("luis")

    assert luis.get(of(cast.luis)).status_code == 200
    assert luis.get(f"{HOME}{made.public_id}/file/json/").status_code == 200


def test_taking_it_back_wants_a_reason_and_tells_the_student(cast, client_of):
    made = issued(award_internship(ended_internship(cast), by=cast.as_("ana")))
    dana, there = client_of("dana"), f"{HOME}{made.public_id}/revoke/"

    empty = dana.post(there, {"reason": ""})
    dana.post(there, {"reason": "Two students were mixed up."})

    made.refresh_from_db()
    assert (empty.status_code, made.state) == (422, "revoked")
    page = client_of("luis").get(f"{HOME}{made.public_id}/").content.decode()
    assert "Taken back on Tuesday 13 October 2026: Two students were mixed up." in page


def test_a_mentor_writes_once_by_link_and_it_is_in_the_credential(cast):
    placement = ended_internship(cast)
    asked = ask_endorsement(placement, by=cast.as_("ana"))
    held = Pass.objects.get(purpose="endorse")
    door, sam = f"/p/{token_of(held)}/", Client()

    page = sam.get(door).content.decode()
    sent = sam.post(door, {"words": "He asks before he does.", "skills": "Feeding\n\nCleaning\n"})
    again = sam.post(door, {"words": "Something else."})

    asked.refresh_from_db()
    made = award_internship(placement, by=cast.as_("ana"))
    assert "A few words about Luis" in page
    assert "Diaz" not in page
    assert (sent.status_code, asked.words) == (302, "He asks before he does.")
    assert again.status_code == 200
    assert (asked.skills, asked.state) == (["Feeding", "Cleaning"], Endorsement.State.GIVEN)
    assert made.facts["skills"] == ("Feeding", "Cleaning")


def several(cast, count):
    for number in range(count):
        place = make_place(cast.school, f"Place {number}", f"Helper {number}")
        placement = ended_internship(cast, place=place)
        Credential.objects.create(
            school=cast.school, student=cast.luis, kind="internship", title=place.title,
            placement=placement, at="2026-10-12T12:00Z",
        )  # fmt: skip
        ended_internship(cast, place=make_place(cast.school, f"Other {number}", "Helper"))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("name", "statements"), [("ana", 7), ("luis", 4)])
def test_a_students_page_asks_the_same_however_much_there_is(
    cast, client_of, django_assert_num_queries, count, name, statements
):
    several(cast, count)
    awarded_judgement(cast)
    if count > 1:
        awarded_judgement(cast, "QR1")
    client = client_of(name)

    with django_assert_num_queries(statements):
        client.get(of(cast.luis))
    assert Judgement.objects.count() == min(count, 2)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_however_long_it_is(
    cast, client_of, django_assert_num_queries, count
):
    several(cast, count)
    client = client_of("dana")

    with django_assert_num_queries(4):
        client.get(HOME)
