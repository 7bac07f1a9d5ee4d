"""Pages of conversations: what they show, to whom, and what they cost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kindling.conversations import actions
from kindling.conversations.actions import Said
from kindling.conversations.models import Message, Thread
from kindling.conversations.queries.waits import waits
from kindling.conversations.tests.talking import ana_writes, jordan_writes, said, whom
from kindling.history.models import Event
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.models import Connection
from kindling.schools.inside import inside
from kindling.uploads.models import Upload
from kindling.uploads.tests.sending import picture

HOME = "/harbor-view/messages/"


def door(thread: Thread) -> str:
    return f"/p/{token_of(Pass.objects.get(purpose='write_message', subjects=[thread.public_id]))}/"


def waiting(cast, name) -> list[str]:
    with inside(cast.school):
        return [one.say for one in waits(cast.as_(name))]


def counted(client, path) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_student_writes_to_the_mentor_from_the_page(cast, client_of):
    jordan_writes(cast)
    client = client_of("jordan")
    key = whom(cast.as_("jordan"), cast.jordan, "mentor").key
    path = f"{HOME}new/{cast.jordan.public_id}/{key}/"

    shown = client.get(path).content.decode()
    sent = client.post(path, {"text": "And on Friday?", "tap": "t"})

    assert "Ana Reyes reads along." in shown
    assert sent.url == f"{HOME}{Thread.objects.get().public_id}/"
    assert said(Thread.objects.get())[-1][2] == "And on Friday?"


def test_an_empty_message_is_told_so_and_nothing_is_kept(cast, client_of):
    thread = jordan_writes(cast).thread

    response = client_of("ana").post(f"{HOME}{thread.public_id}/", {"text": " "})

    assert response.status_code == 422
    assert Message.objects.count() == 1


def test_behind_the_link_the_mentor_reads_and_writes_back(cast, client):
    thread = jordan_writes(cast).thread

    page = client.get(door(thread)).content.decode()
    client.post(door(thread), {"text": "Ten is fine.", "tap": "t"})

    assert "May I come at ten?" in page
    assert "Ana Reyes of the school reads along." in page
    assert said(thread)[-1] == ("Sam", "link", "Ten is fine.")


def test_behind_the_link_of_one_conversation_stands_no_other(cast, client):
    thread = jordan_writes(cast).thread
    ana_writes(cast, "Luis did well.")
    by = cast.as_("ana")
    actions.begin(whom(by, cast.jordan, "mentor"), Said("Only for Sam."), by=by)

    page = client.get(door(thread)).content.decode()

    assert "Luis did well." not in page
    assert "Only for Sam." not in page


def test_the_link_rests_with_its_mentor_and_dies_with_the_familys_right(cast, client):
    talk, home = jordan_writes(cast).thread, ana_writes(cast).thread
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(suspended_at="2026-10-01T12:00Z")
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    rests, dies = client.get(door(talk)), client.get(door(home))

    assert "May I come at ten?" not in rests.content.decode()
    assert (rests.status_code, dies.status_code) == (200, 404)
    client.post(door(talk), {"text": "Hello?", "tap": "t"})
    assert len(said(talk)) == 1


def test_on_a_second_device_the_link_asks_for_a_code(cast, client):
    thread = jordan_writes(cast).thread
    client.get(door(thread))

    other = Client().get(door(thread))

    assert (other.status_code, "May I come at ten?" in other.content.decode()) == (403, False)


def test_a_file_opens_for_who_reads_the_conversation_and_for_nobody_else(cast, client, client_of):
    photo = SimpleUploadedFile("dog.jpg", picture(), "image/jpeg")
    thread = jordan_writes(cast, files=[photo]).thread
    file = thread.messages.get().files.get()
    path = f"{HOME}{thread.public_id}/files/{file.public_id}/"

    assert client.get(f"{door(thread)}?file={file.public_id}").status_code == 200
    seen = {
        name: client_of(name).get(path).status_code
        for name in ("jordan", "ana", "maya", "chen", "otto")
    }

    assert seen == {"jordan": 200, "ana": 200, "maya": 404, "chen": 404, "otto": 404}


def test_a_file_that_no_scanner_has_looked_at_opens_for_nobody(cast, client, client_of):
    photo = SimpleUploadedFile("dog.jpg", picture(), "image/jpeg")
    thread = jordan_writes(cast, files=[photo]).thread
    file = thread.messages.get().files.get()
    Upload.objects.filter(pk=file.upload_id).update(scan=Upload.Scan.WAITING)

    there = client.get(f"{door(thread)}?file={file.public_id}")
    here = client_of("ana").get(f"{HOME}{thread.public_id}/files/{file.public_id}/")

    assert (there.status_code, here.status_code) == (404, 404)


def test_a_mentor_sends_a_photo_behind_the_link_and_a_program_is_refused(cast, client):
    thread = jordan_writes(cast).thread
    photo = SimpleUploadedFile("dog.jpg", picture(), "image/jpeg")
    program = SimpleUploadedFile("a.exe", b"MZ\x90\x00" * 40)
    client.get(door(thread))  # the first device

    good = client.post(door(thread), {"text": "Look.", "tap": "a", "file": photo})
    bad = client.post(door(thread), {"text": "Run it.", "tap": "b", "file": program})

    assert (good.status_code, bad.status_code) == (302, 422)
    assert [text for _who, _via, text in said(thread)] == ["May I come at ten?", "Look."]


def test_staff_read_the_familys_language_and_an_interpreter_waits_for_the_coordinator(
    cast, client, client_of
):
    thread = ana_writes(cast).thread
    client.get(door(thread))
    client.post(door(thread), {"do": "interpreter"})

    page = client_of("ana").get(f"{HOME}{thread.public_id}/").content.decode()

    assert "Rosa reads Spanish." in page
    assert waiting(cast, "chen") == ["Find an interpreter for Rosa Diaz"]
    client_of("chen").post(f"{HOME}{thread.public_id}/interpreter/done/")
    assert waiting(cast, "chen") == []


def test_what_nobody_of_the_school_has_answered_waits_for_the_keeper(cast):
    thread = jordan_writes(cast).thread

    assert waiting(cast, "ana") == ["Read and answer what Sam Ito wrote"]
    actions.say(thread, Said("Ask me tomorrow."), by=cast.as_("ana"))
    assert waiting(cast, "ana") == []


def test_only_safety_says_who_has_read_it(cast, client, client_of):
    thread = ana_writes(cast, "Luis is at the hospital.", urgent=True).thread
    page = client_of("ana").get(f"{HOME}{thread.public_id}/").content.decode()
    client.logout()
    client.get(door(thread))

    client.post(door(thread), {"do": "seen"})

    after = client_of("ana").get(f"{HOME}{thread.public_id}/").content.decode()
    assert ("Rosa: has read it" in page, "Rosa: has read it" in after) == (False, True)


def test_the_principals_look_is_written_down_once(cast, client_of):
    thread = jordan_writes(cast).thread
    client = client_of("dana")

    for _ in range(2):
        client.get(f"{HOME}{thread.public_id}/")

    assert Event.objects.filter(verb="thread.look", by=cast.dana).count() == 1


def test_when_the_school_answers_stands_on_the_page_and_below_the_letter(cast, client_of, client):
    client_of("dana").post(f"{HOME}settings/", {"answers_from": "08:00", "answers_until": "16:00"})
    thread = jordan_writes(cast).thread

    page = client.get(door(thread)).content.decode()

    assert "The school answers on school days between 8:00" in page
    wrong = client_of("dana").post(f"{HOME}settings/", {"answers_from": "16:00"})
    assert wrong.status_code == 422


@pytest.mark.parametrize("name", ["ana", "jordan", "dana"])
def test_a_list_and_a_conversation_cost_the_same_however_long(cast, client_of, name):
    thread = jordan_writes(cast).thread
    client = client_of(name)
    client.get(f"{HOME}{thread.public_id}/")
    before = counted(client, HOME), counted(client, f"{HOME}{thread.public_id}/")
    for number in range(3):
        actions.say(thread, Said(f"Word {number}"), by=cast.as_("jordan"))
    ana = cast.as_("ana")
    actions.begin(whom(ana, cast.jordan, "student"), Said("Hi"), by=ana)
    client.get(f"{HOME}{thread.public_id}/")  # marks it read

    after = counted(client, HOME), counted(client, f"{HOME}{thread.public_id}/")

    assert after == before


def test_the_report_costs_the_same_however_many_got_it(cast, client_of):
    one = actions.broadcast("Noon.", "students", grade="401", by=cast.as_("dana"))
    all_ = actions.broadcast("Noon.", "students", by=cast.as_("dana"))
    client = client_of("dana")
    client.get(HOME)

    costs = [counted(client, f"{HOME}many/{made.public_id}/") for made in (one, all_)]

    assert costs[0] == costs[1]


def test_words_stay_where_the_conversation_was_closed_meanwhile(cast, client_of):
    thread, phone = ana_writes(cast).thread, Client()
    actions.close(thread, by=cast.as_("ana"))
    phone.get(door(thread))
    sent = {"text": "What I wrote for an hour", "tap": "one"}

    page = client_of("ana").post(f"{HOME}{thread.public_id}/", sent)
    there = phone.post(door(thread), sent)

    closed = ("This conversation is closed.", "Esta conversación está cerrada.")
    for answer, status, told in ((page, 422, closed[0]), (there, 409, closed[1])):
        assert (answer.status_code, "What I wrote for an hour" in answer.text) == (status, True)
        assert told in answer.text
