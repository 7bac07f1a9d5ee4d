"""What staff tell of an incident or of support: to whom they chose, in chosen words, answered."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.concerns.actions import reply_to_telling, tell_of
from kindling.concerns.models import Telling, TellingReply
from kindling.concerns.queries.waits import waits
from kindling.concerns.rules import READ_TELLING, people_to_tell, visible_tellings
from kindling.concerns.tests.bringing import SECRET, an_incident
from kindling.incidents.actions import name_against, note_told
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import transfer_rights
from kindling.people.matters import Matter
from kindling.people.tests.limiting import limited, second_household, turns_18
from kindling.schools.inside import inside
from kindling.support.tests.supporting import make_concern

TOLD = "Luis was upset today. He is safe, and we talk with him each morning."
PAGE = "/harbor-view/concerns/"


def told(cast, thing=None, *people, text=TOLD) -> Telling:
    """Ana tells Rosa of an incident about Luis."""
    thing = thing or an_incident(cast)
    who = list(people) or [cast.rosa]
    return tell_of(thing, who, text, language="en", by=cast.as_("ana"))[0]


def door_of(person) -> str:
    return f"/p/{token_of(Pass.objects.get(purpose=READ_TELLING, bearer=person))}/"


def test_the_family_reads_the_chosen_words_by_link_and_nothing_else(cast):
    incident = an_incident(cast)
    note_told(incident, whom="authority", told_at=cast.school.now(), text="CPS", by=cast.as_("ana"))
    told(cast, incident)
    page = Client().get(door_of(cast.rosa)).content.decode()

    assert TOLD in page
    assert [one for one in (SECRET, "nurse", "CPS", incident.public_id) if one in page] == []
    letter = Notice.objects.get(kind="concerns/private_told")
    assert (letter.person, "upset" in letter.body) == (cast.rosa, False)


def test_that_it_was_told_stands_in_the_incident_so_that_it_can_be_closed(cast):
    incident = an_incident(cast)
    told(cast, incident)
    word = incident.words.get(kind="told")

    assert (word.whom, word.text) == ("family", "In writing, here: Rosa Diaz")


def test_against_whom_it_is_finds_nothing_told_before_or_not(cast, client_of):
    incident = an_incident(cast)
    telling = told(cast, incident)
    door = door_of(cast.rosa)
    name_against(incident, cast.rosa, by=cast.as_("ana"))
    rosa = client_of("rosa")
    pages = [rosa.get(f"{PAGE}told/{telling.public_id}/"), Client().get(door)]

    assert [one.status_code for one in pages] == [404, 404]
    assert cast.rosa not in people_to_tell(cast.as_("ana"), incident)
    with inside(cast.school):
        assert waits(cast.as_("rosa")) == []
    with pytest.raises(PermissionDenied):
        told(cast, incident)


def test_the_other_household_is_told_only_when_it_is_chosen(cast, client_of):
    cast.hugo = second_household(cast)
    telling = told(cast)

    assert client_of("hugo").get(f"{PAGE}told/{telling.public_id}/").status_code == 404


@pytest.mark.parametrize("matter", [Matter.CARE, Matter.TOLD])
def test_who_is_not_let_into_care_or_letters_cannot_be_chosen(cast, matter):
    limited(cast, matter)

    assert list(people_to_tell(cast.as_("dana"), an_incident(cast))) == [cast.luis.person]


def test_whose_care_ends_does_not_open_it_any_more(cast):
    telling = told(cast)
    limited(cast, Matter.CARE)

    assert visible_tellings(cast.as_("rosa")).filter(pk=telling.pk).count() == 0
    assert Client().get(door_of(cast.rosa)).status_code == 404


def test_from_eighteen_on_it_is_the_students_to_hear(cast):
    told(cast)
    turns_18(cast)
    transfer_rights(cast.luis, "student", by=cast.as_("priya"))
    incident = an_incident(cast)

    assert list(people_to_tell(cast.as_("dana"), incident)) == [cast.luis.person]
    assert visible_tellings(cast.as_("rosa")).count() == 0


@pytest.mark.parametrize("name", ["chen", "priya", "luis", "rosa", "otto"])
def test_who_does_not_tell(cast, name):
    incident = an_incident(cast)

    with pytest.raises(PermissionDenied):
        tell_of(incident, [cast.rosa], TOLD, language="en", by=cast.as_(name))


def test_a_reply_a_statement_and_a_meeting_reach_who_works_on_it_and_nobody_else(cast, client_of):
    telling = told(cast)
    phone, door = Client(), door_of(cast.rosa)
    phone.get(door)
    for kind in ("words", "statement", "meet"):
        sent = {"tap": "t", "kind": kind, "text": f"Mi {kind}"}
        assert [phone.post(door, sent).status_code for _ in range(2)] == [302, 302]
    page = f"/harbor-view/incidents/{telling.incident.public_id}/"
    with inside(cast.school):
        waiting = {name: len(waits(cast.as_(name))) for name in ("ana", "dana", "chen", "priya")}
    shown = client_of("ana").get(page).content.decode()
    client_of("ana").post(f"{PAGE}incidents/{telling.incident.public_id}/seen/")

    assert TellingReply.objects.count() == 3
    assert waiting == {"ana": 3, "dana": 0, "chen": 0, "priya": 0}
    assert [f"Mi {kind}" in shown for kind in ("words", "statement", "meet")] == [True] * 3
    assert client_of("chen").get(page).status_code == 404
    with inside(cast.school):
        assert waits(cast.as_("ana")) == []


def test_the_student_reads_what_is_told_to_them_adds_their_account_and_sees_who_was_told(
    cast, client_of
):
    incident = an_incident(cast)
    telling = told(cast, incident, cast.luis.person, text="We know, and we help.")
    told(cast, incident)
    page = f"{PAGE}told/{telling.public_id}/"
    sent = {"tap": "t", "kind": "statement", "text": "It was not like that."}
    answer = client_of("luis").post(page, sent)
    shown = client_of("luis").get(page).content.decode()

    assert (answer.status_code, "The family" in shown) == (302, True)
    assert [one for one in (SECRET, TOLD, "Rosa", "In writing") if one in shown] == []
    assert client_of("maya").get(page).status_code == 404
    assert client_of("rosa").get(page).status_code == 404


def test_of_support_the_owner_tells_and_the_family_reads_no_more_than_that(cast, client_of):
    concern = make_concern(cast, owner=cast.ana)
    telling = told(cast, concern, text="He sleeps in class. What helps at home?")
    rosa = client_of("rosa")
    page = rosa.get(f"{PAGE}told/{telling.public_id}/").content.decode()

    assert "What helps at home?" in page
    assert [one for one in (concern.strengths, concern.text) if one in page] == []
    assert rosa.get(f"/harbor-view/support/concerns/{concern.public_id}/").status_code == 404
    reply_to_telling(telling, "Trabaja de noche.", kind="words", tap="t", by=cast.as_("rosa"))
    shown = (
        client_of("ana").get(f"/harbor-view/support/concerns/{concern.public_id}/").content.decode()
    )
    assert "Trabaja de noche." in shown


def test_nobody_answers_for_another_nor_of_a_closed_one(cast):
    telling = told(cast)
    with pytest.raises(PermissionDenied):
        reply_to_telling(telling, "No.", kind="words", tap="t", by=cast.as_("luis"))
    telling.incident.state = "closed"
    with pytest.raises(Refused):
        told(cast, telling.incident)
