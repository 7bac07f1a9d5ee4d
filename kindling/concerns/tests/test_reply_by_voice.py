"""Whoever was told something answers with their voice: as a concern is brought by voice."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kindling.concerns.actions import reply_to_telling, tell_of, write_down
from kindling.concerns.models import Telling, TellingReply
from kindling.concerns.rules import READ_TELLING
from kindling.concerns.tests.bringing import an_incident
from kindling.concerns.tests.test_in_a_record import pages
from kindling.incidents.actions import name_against
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.questions.tests.recordings import webm
from kindling.rights.tests.asking import give_the_rest, verified
from kindling.support.tests.supporting import make_concern
from kindling.uploads.models import Upload

PAGE = "/harbor-view/concerns/"


def recording(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("voice", webm() if data is None else data, "audio/webm")


def told(cast, thing=None, person=None) -> Telling:
    thing, person = thing or an_incident(cast), person or cast.rosa
    return tell_of(thing, [person], "He is safe.", language="en", by=cast.as_("ana"))[0]


def replied(cast, telling, name="rosa", **facts) -> TellingReply:
    usual = {"kind": "statement", "tap": "t", "voice": recording()}
    reply = reply_to_telling(telling, by=cast.as_(name), **(usual | facts))
    Upload.objects.update(scan=Upload.Scan.ABSENT)
    return reply


def test_by_link_twice_is_once_and_staff_on_the_incident_hear_it(cast, client_of):
    telling = told(cast)
    door = f"/p/{token_of(Pass.objects.get(purpose=READ_TELLING))}/"
    phone = Client()
    phone.get(door)
    sent = {"tap": "t", "kind": "statement", "text": ""}
    answers = [phone.post(door, sent | {"voice": recording()}).status_code for _ in range(2)]
    reply = TellingReply.objects.get()
    Upload.objects.update(scan=Upload.Scan.WAITING)
    waits = client_of("ana").get(f"{PAGE}replies/{reply.public_id}/voice/").status_code
    Upload.objects.update(scan=Upload.Scan.ABSENT)
    heard = {
        name: client_of(name).get(f"{PAGE}replies/{reply.public_id}/voice/").status_code
        for name in ("ana", "dana", "rosa", "chen", "priya", "luis", "maya", "otto")
    }
    page = (
        client_of("ana")
        .get(f"/harbor-view/incidents/{telling.incident.public_id}/")
        .content.decode()
    )

    assert (answers, Upload.objects.count(), waits) == ([302, 302], 1, 404)
    assert heard == dict.fromkeys(heard, 404) | dict.fromkeys(("ana", "dana", "rosa"), 200)
    assert f"replies/{reply.public_id}/voice/" in page
    assert "nota de voz" in phone.get(door).text


def test_another_recording_of_the_same_form_is_another_reply(cast):
    telling = told(cast)
    replied(cast, telling)
    replied(cast, telling, voice=recording(webm(5)))

    assert TellingReply.objects.count() == 2


def test_nothing_said_and_a_file_that_is_no_sound_are_refused(cast, client_of):
    page = f"{PAGE}told/{told(cast).public_id}/"
    sent, rosa = {"tap": "t", "kind": "words", "text": " "}, client_of("rosa")
    odd = recording(b"%PDF-1.4 nothing to hear")
    answers = [rosa.post(page, sent), rosa.post(page, sent | {"voice": odd})]

    assert [one.status_code for one in answers] == [422, 422]
    assert TellingReply.objects.count() == 0


def test_a_student_answers_by_voice_and_no_other_student_hears_it(cast, client_of):
    reply = replied(cast, told(cast, person=cast.luis.person), "luis")
    voice = f"{PAGE}replies/{reply.public_id}/voice/"

    heard = [client_of(name).get(voice).status_code for name in ("luis", "ana", "rosa", "maya")]
    assert heard == [200, 200, 404, 404]


def test_whoever_the_worry_turns_against_hears_not_even_their_own_any_more(cast, client_of):
    telling = told(cast)
    reply = replied(cast, telling)
    name_against(telling.incident, cast.rosa, by=cast.as_("ana"))

    assert client_of("rosa").get(f"{PAGE}replies/{reply.public_id}/voice/").status_code == 404


def test_who_told_it_writes_down_what_is_said_and_staff_read_it(cast, client_of):
    telling = told(cast)
    reply = replied(cast, telling)
    page, ana = f"{PAGE}replies/{reply.public_id}/text/", client_of("ana")
    empty = ana.post(page, {"transcript": " "}).status_code
    saved = ana.post(page, {"transcript": "He helps his uncle."}).status_code
    shown = (
        client_of("dana")
        .get(f"/harbor-view/incidents/{telling.incident.public_id}/")
        .content.decode()
    )

    assert (empty, saved) == (422, 302)
    assert ("He helps his uncle." in shown, "Written down by Ana Reyes" in shown) == (True, True)
    others = {name: client_of(name).get(page).status_code for name in ("rosa", "chen", "luis")}
    assert others == {"rosa": 403, "chen": 404, "luis": 404}


def test_who_only_reads_a_concern_of_support_hears_it_and_writes_nothing_down(cast, client_of):
    concern = make_concern(cast, owner=cast.ana)
    reply = replied(cast, told(cast, concern))
    reader = next(
        name for name in ("chen", "dana", "priya")
        if client_of(name).get(f"{PAGE}replies/{reply.public_id}/voice/").status_code == 404
    )  # fmt: skip

    with pytest.raises(PermissionDenied):
        write_down(reply, "He sleeps late.", by=cast.as_(reader))
    with pytest.raises(PermissionDenied):
        write_down(reply, "He sleeps late.", by=cast.as_("rosa"))


def test_where_nothing_was_recorded_nothing_is_written_down(cast):
    reply = replied(cast, told(cast), voice=None, text="No fue así.")

    with pytest.raises(PermissionDenied):
        write_down(reply, "It was not so.", by=cast.as_("ana"))


def test_in_a_record_that_is_asked_for_the_recording_and_what_it_says_go_along(cast):
    reply = replied(cast, told(cast))
    write_down(reply, "It was not like that.", by=cast.as_("ana"))
    made = verified(cast)
    give_the_rest(cast, made)

    assert "It was not like that." in pages(made)
