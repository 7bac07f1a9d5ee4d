"""An early end: a reason for the record, a word for one adult alone, and the talk."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.notices.rules import visible_notices
from kindling.passes.actions import make_pass
from kindling.passes.purposes import viewer_of
from kindling.passes.tokens import token_of
from kindling.placements import rules
from kindling.placements.actions import (
    note_talk,
    open_private_word,
    request_end,
    request_end_privately,
)
from kindling.placements.models import PrivateReading, PrivateWord
from kindling.placements.tests.factories import make_placement
from kindling.schools.viewer import Viewer

HOME = "/harbor-view"
SECRET = "He shouts at me when we are alone."


@pytest.fixture
def placement(cast):
    return make_placement(cast, cast.luis, cast.clinic)


@pytest.fixture
def word(cast, placement):
    """Luis asks to end it, and tells Ana alone why."""
    ask(placement, cast.as_("luis"), adult=cast.ana)
    return PrivateWord.objects.get()


def ask(placement, by, **said):
    usual = {"private": SECRET, "adult": None}
    request_end_privately(placement, "It does not fit.", **(usual | said), by=by)


def mentors_link(cast, placement):
    clock = Viewer.system(cast.school)
    return make_pass(cast.sam, "confirm_days", [placement.public_id], by=clock)


def test_the_reason_is_for_all_and_the_word_for_one(cast, placement, word):
    assert (placement.state, placement.end_reason) == ("ending", "It does not fit.")
    assert (word.adult, word.by, word.text) == (cast.ana, cast.luis.person, SECRET)


def test_only_the_adult_reads_it(cast, word):
    names = ["luis", "ana", "chen", "dana", "priya", "rosa", "liam", "tasha", "otto", "sam"]
    seen = {n: rules.visible_private_words(cast.as_(n)).count() for n in names}

    assert {name for name, count in seen.items() if count} == {"ana"}


def test_nobody_else_meets_it_anywhere(cast, client_of, placement, word):
    pages = [
        f"{HOME}/placements/{placement.public_id}/",
        f"{HOME}/placements/",
        f"{HOME}/placements/private/",
        f"{HOME}/students/{cast.luis.public_id}/",
        f"{HOME}/outbox/",
    ]
    for name in ("chen", "dana", "priya", "rosa"):
        for page in pages:
            assert SECRET not in client_of(name).get(page).text, (name, page)
        found = client_of(name).get(f"{HOME}/placements/private/{word.public_id}/")
        assert found.status_code == 404
    letters = Notice.objects.filter(kind="placements/private_word")
    assert [(n.person, SECRET in n.body, "Luis" in n.body) for n in letters] == [
        (cast.ana, False, False)
    ]
    outbox = visible_notices(cast.as_("chen")).values_list("kind", flat=True)
    assert "placements/private_word" not in set(outbox)
    assert [e for e in Event.objects.all() if SECRET in str(e.detail)] == []


def test_the_adult_opens_it_and_every_opening_is_kept(cast, client_of, word):
    ana, address = client_of("ana"), f"{HOME}/placements/private/{word.public_id}/"
    assert "Luis Diaz" in ana.get(f"{HOME}/placements/private/").text

    assert SECRET in ana.get(address).text
    ana.get(address)

    assert [r.person for r in PrivateReading.objects.all()] == [cast.ana] * 2
    with pytest.raises(PermissionDenied):
        open_private_word(word, by=cast.as_("chen"))


def test_the_writer_reads_it_again_and_the_family_does_not(cast, client_of, placement, word):
    address = f"{HOME}/placements/{placement.public_id}/"

    assert SECRET in client_of("luis").get(address).text
    assert SECRET not in client_of("rosa").get(address).text


def test_the_adult_has_to_be_one_of_those_offered(cast, placement):
    for adult in (None, cast.rosa, cast.sam, cast.otto):
        with pytest.raises(ValidationError):
            ask(placement, cast.as_("luis"), adult=adult)

    placement.refresh_from_db()
    assert (placement.state, PrivateWord.objects.count()) == ("active", 0)  # nothing half-saved


def test_without_a_word_it_is_only_asked(cast, placement):
    ask(placement, cast.as_("luis"), private="  ")

    assert (placement.state, PrivateWord.objects.count()) == ("ending", 0)


def test_a_mentor_writes_from_the_link(cast, placement):
    held = mentors_link(cast, placement)
    phone, door = Client(), f"/p/{token_of(held)}/"
    page = phone.get(f"{door}?ending={placement.public_id}")
    assert "Who shall read it?" in page.text
    sent = {"reason": "No time.", "private": "He steals.", "adult": cast.ana.public_id}
    wrong = phone.post(f"{door}?ending={placement.public_id}", sent | {"reason": ""})
    assert (wrong.status_code, PrivateWord.objects.count()) == (422, 0)

    phone.post(f"{door}?ending={placement.public_id}", sent)

    word = PrivateWord.objects.get()
    assert (word.by, word.adult, word.text) == (cast.sam, cast.ana, "He steals.")
    assert phone.get(f"{door}?ending=somethingelse").status_code == 404


def test_a_link_reads_no_words(cast, placement, word):
    viewer = viewer_of(mentors_link(cast, placement))

    assert list(rules.visible_private_words(viewer)) == []


def test_the_long_form_on_the_page(cast, client_of, placement):
    address = f"{HOME}/placements/{placement.public_id}/request-end/"
    luis = client_of("luis")
    assert "Who shall read it?" in luis.get(address).text
    sent = {"reason": "It does not fit.", "private": SECRET, "adult": ""}
    assert luis.post(address, sent).status_code == 422

    luis.post(address, sent | {"adult": cast.ana.public_id})

    assert PrivateWord.objects.get().text == SECRET
    assert client_of("rosa").get(address).status_code == 403


def test_the_talk_is_noted_by_who_guides(cast, placement):
    said = {"held_on": date(2026, 10, 13), "who": "Luis, Sam, Ana", "note": "He starts elsewhere."}
    with pytest.raises(Refused):
        note_talk(placement, **said, by=cast.as_("ana"))
    request_end(placement, "It does not fit.", by=cast.as_("luis"))
    for name in ("luis", "rosa", "priya", "otto"):
        with pytest.raises(PermissionDenied):
            note_talk(placement, **said, by=cast.as_(name))
    for wrong in ({"held_on": date(2026, 10, 14)}, {"who": " "}, {"note": ""}):
        with pytest.raises(ValidationError):
            note_talk(placement, **(said | wrong), by=cast.as_("ana"))

    talk = note_talk(placement, **said, by=cast.as_("ana"))

    assert (talk.who, talk.by) == ("Luis, Sam, Ana", cast.ana)


def test_the_talk_on_the_page(cast, client_of, placement):
    request_end(placement, "It does not fit.", by=cast.as_("luis"))
    address = f"{HOME}/placements/{placement.public_id}/"
    assert "Not noted yet." in client_of("ana").get(address).text
    sent = {"held_on": "2026-10-13", "who": "All three", "note": "He starts elsewhere."}
    assert client_of("ana").post(f"{address}talk/", sent | {"who": ""}).status_code == 422

    client_of("ana").post(f"{address}talk/", sent)

    assert "He starts elsewhere." in client_of("luis").get(address).text


def test_somebody_elses_internship_is_not_there(cast, client_of, placement):
    for path in ("request-end/", "talk/"):
        address = f"{HOME}/placements/{placement.public_id}/{path}"
        assert client_of("otto").post(address, {}).status_code == 404
