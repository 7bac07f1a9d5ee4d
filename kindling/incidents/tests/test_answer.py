"""The student's side: was it read, what do they answer, write more."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.incidents.actions import (
    add_words,
    answer_student,
    close_incident,
    note_action,
    note_told,
    open_incident,
    open_page,
    write_note,
)
from kindling.incidents.models import Incident
from kindling.incidents.tests.worried import SECRET
from kindling.kit.http import Refused
from kindling.notices.models import Notice


def page_of(client_of, worry):
    return client_of("jordan").get(f"/harbor-view/worry/{worry.public_id}/").content.decode()


def test_the_student_sees_that_it_was_read_and_by_whom(cast, worry, client_of):
    before = page_of(client_of, worry)
    open_page(worry, by=cast.as_("ana"))
    after = page_of(client_of, worry)

    assert "Nobody has opened it yet." in before
    assert "Ana Reyes opened it on" not in before
    assert "Ana Reyes opened it on" in after


def test_the_student_reads_answers_and_nothing_else(cast, worry, client_of):
    answer_student(worry, "Come to my room at two.", by=cast.as_("ana"))
    write_note(worry, "I doubt the mentor.", by=cast.as_("ana"))
    note_action(worry, "Called the clinic.", by=cast.as_("dana"))

    page = page_of(client_of, worry)
    assert "Come to my room at two." in page
    assert SECRET in page
    assert "I doubt the mentor." not in page
    assert "Called the clinic." not in page


def test_the_letter_about_an_answer_says_only_that_there_is_one(cast, worry):
    Notice.objects.all().delete()

    answer_student(worry, "Come to my room at two.", by=cast.as_("ana"))

    letter = Notice.objects.get()
    assert (letter.person, letter.subject) == (
        cast.jordan.person, "A message is waiting for you",
    )  # fmt: skip
    assert "room" not in letter.body


def test_more_words_wait_to_be_read_again(cast, worry):
    open_page(worry, by=cast.as_("ana"))
    Notice.objects.all().delete()

    add_words(worry, "It happened again.", by=cast.as_("jordan"))

    worry.refresh_from_db()
    assert (worry.read_at, worry.read_by) == (None, None)
    assert [n.person for n in Notice.objects.all()] == [cast.ana]


def test_more_words_open_what_was_closed(cast, worry):
    open_page(worry, by=cast.as_("dana"))
    told = {"whom": "family", "told_at": worry.opened_at}
    note_told(worry, **told, by=cast.as_("ana"))
    close_incident(worry, "Talked it over.", by=cast.as_("ana"))

    add_words(worry, "It happened again.", by=cast.as_("jordan"))

    assert Incident.objects.get().state == "acting"


@pytest.mark.parametrize("name", ["maya", "ana", "rosa"])
def test_nobody_else_adds_the_student_s_words(cast, worry, name):
    with pytest.raises(PermissionDenied):
        add_words(worry, "x", by=cast.as_(name))


def test_what_staff_wrote_down_has_no_answer(cast, placement):
    incident = open_incident(cast.jordan, text="A fall.", source="mentor", by=cast.as_("chen"))

    with pytest.raises(Refused):
        answer_student(incident, "Hello", by=cast.as_("chen"))


def test_the_form_on_the_page(cast, placement, client_of):
    client = client_of("jordan")
    shown = client.get("/harbor-view/worry/").content.decode()
    sent = client.post(
        "/harbor-view/worry/",
        {
            "adult": cast.ana.public_id, "text": SECRET, "urgency": "soon",
            "placement": placement.public_id, "wants_pause": "on", "tap": "t1",
        },
        follow=True,
    )  # fmt: skip

    worry = Incident.objects.get()
    assert "Only the adult you choose and the principal, Dana Okafor, can read it." in shown
    assert "If somebody is in danger now, call 911." in shown
    assert (worry.placement, worry.wants_pause) == (placement, True)
    assert "You are not expected at Bayside Animal Clinic for now." in sent.content.decode()


def test_a_form_without_words_says_so_and_keeps_nothing(cast, placement, client_of):
    sent = client_of("jordan").post(
        "/harbor-view/worry/", {"adult": cast.ana.public_id, "text": "", "urgency": "soon"}
    )

    assert sent.status_code == 422
    assert Incident.objects.count() == 0


def test_the_way_there_stands_on_today(cast, placement, client_of):
    today = client_of("jordan").get("/harbor-view/").content.decode()

    assert 'href="/harbor-view/worry/"' in today


@pytest.mark.parametrize("name", ["ana", "rosa", "dana"])
def test_others_have_no_such_page(cast, client_of, name):
    assert client_of(name).get("/harbor-view/worry/").status_code == 404
