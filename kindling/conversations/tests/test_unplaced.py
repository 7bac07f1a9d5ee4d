"""Words from a number or an address that nobody has: a person looks, and nothing is told to it."""

from __future__ import annotations

import smtplib

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions, rules
from kindling.conversations.models import Message, Thread
from kindling.conversations.tests.talking import ana_writes
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.kit.limits import TooMany
from kindling.letterbox.actions import take_mail
from kindling.letterbox.models import Mail
from kindling.letterbox.tests.mailing import a_mail, incoming, open_door, post
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.texts.actions import purge_texts
from kindling.texts.models import Text
from kindling.texts.queries.waits import waits

NUMBER = "+14015550999"
PAGE = "/harbor-view/messages/unplaced/"
HOST = "mail.harbor.example"


@pytest.fixture(autouse=True)
def _mail_comes_in(settings):
    settings.MAIL_TOKEN, settings.MAIL_DOMAIN = "key", HOST


@pytest.fixture
def one_school(cast):
    School.objects.exclude(pk=cast.school.pk).update(set_up_at=None)
    School.objects.filter(pk=cast.school.pk).update(phone="555 0100")


def key_of(cast, person, by="chen") -> str:
    return rules.conversations_of(cast.as_(by), person)[0].key


def told(kind) -> list[str]:
    return [one.person.first for one in Notice.objects.filter(kind=kind).order_by("pk")]


def letter(cast, number=1, sender="noor@example.com"):
    mail = a_mail(
        sender, f"{cast.school.slug}@{HOST}", f"Question {number}", message_id=f"<{number}@x>"
    )
    return take_mail(incoming(mail))


def test_an_unknown_number_is_told_that_somebody_reads_and_nothing_else(cast, one_school, text):
    said = text("This is Rosa, is Luis at the clinic?", NUMBER)

    assert said == (
        "We do not know this number. Somebody at Harbor View reads what you wrote. If it cannot "
        "wait, call 555 0100."
    )
    row = Text.objects.get()
    assert (row.state, row.school, row.person) == ("waits", cast.school, None)
    assert told("texts/unplaced") == ["Chen"]
    assert Event.objects.filter(verb="text.wait").count() == 1


def test_the_coordinator_is_told_once_until_it_is_looked_at(cast, one_school, text):
    text("Hello?", NUMBER)
    text("Anybody?", "+14015550998")
    assert told("texts/unplaced") == ["Chen"]

    for row in Text.objects.all():
        actions.set_aside(row, by=cast.as_("chen"))
    text("And now?", NUMBER)

    assert told("texts/unplaced") == ["Chen", "Chen"]


def test_where_several_schools_share_the_number_it_names_its_own(cast, text):
    asked = text("Luis is sick today, he fell", NUMBER)
    named = text("Harbor View", NUMBER)

    assert asked == (
        "We do not know this number. Write the name of your school, and somebody there reads it."
    )
    assert "Somebody at Harbor View reads" in named
    rows = [(one.body, one.state, one.school) for one in Text.objects.order_by("pk")]
    assert rows == [
        ("Luis is sick today, he fell", "waits", cast.school),
        ("Harbor View", "waits", cast.school),
    ]


def test_a_stop_from_nobody_waits_for_nobody(cast, one_school, text):
    text("stop", NUMBER)

    assert Text.objects.get().state == ""


def test_chen_finds_it_and_puts_it_into_rosas_conversation(cast, one_school, text, client_of):
    text("Can he stay until five?", NUMBER)
    row, chen = Text.objects.get(), client_of("chen")

    shown = chen.get(PAGE).content.decode()
    found = chen.get(f"{PAGE}{row.public_id}/?q=diaz").content.decode()
    sent = chen.post(
        f"{PAGE}{row.public_id}/?person={cast.rosa.public_id}",
        {"key": key_of(cast, cast.rosa), "keeps_contact": "on"},
    )

    assert "Can he stay until five?" in shown
    assert "Rosa Diaz" in found
    assert sent.url == PAGE
    message = Message.objects.get()
    assert (message.by, message.via, message.placed_by) == (cast.rosa, "sms", cast.chen)
    assert (message.thread.keeper, message.thread.about) == (cast.ana, cast.luis)
    row.refresh_from_db()
    cast.rosa.refresh_from_db()
    assert (row.state, row.body, row.person) == ("placed", "", cast.rosa)
    assert cast.rosa.phone == NUMBER
    assert Event.objects.filter(verb="person.change").count() == 1


def test_without_their_word_the_number_is_not_kept(cast, one_school, text):
    text("Can he stay?", NUMBER)
    was = cast.rosa.phone

    actions.place(Text.objects.get(), cast.rosa, key_of(cast, cast.rosa), by=cast.as_("chen"))

    cast.rosa.refresh_from_db()
    assert (cast.rosa.phone, cast.rosa.phone == NUMBER) == (was or cast.rosa.phone, False)
    assert Text.objects.get().state == "placed"


def test_nothing_goes_to_the_unknown_number(cast, one_school, text):
    text("Can he stay?", NUMBER)

    actions.place(Text.objects.get(), cast.rosa, key_of(cast, cast.rosa), by=cast.as_("chen"))

    assert [one for one in Notice.objects.all() if NUMBER in one.address] == []
    assert told("conversations/private_message") == ["Ana"]


def test_it_lands_in_the_conversation_that_is_open_and_says_who_put_it_there(
    cast, one_school, text, client_of
):
    thread = ana_writes(cast).thread
    text("Gracias", NUMBER)

    actions.place(Text.objects.get(), cast.rosa, key_of(cast, cast.rosa), by=cast.as_("chen"))

    page = client_of("ana").get(f"/harbor-view/messages/{thread.public_id}/").content.decode()
    assert Thread.objects.count() == 1
    assert "Chen Wu put it here." in page
    assert NUMBER not in page


def test_two_who_place_the_same_text_place_it_once(cast, one_school, text):
    text("Hello", NUMBER)
    first = Text.objects.get()
    second = Text.objects.get()
    key, chen = key_of(cast, cast.rosa), cast.as_("chen")
    actions.place(first, cast.rosa, key, by=chen)

    with pytest.raises(Refused):
        actions.place(second, cast.rosa, key, by=chen)

    assert Message.objects.count() == 1


def test_who_is_told_no_more_is_nobody_to_place_it_with(cast):
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    chen = cast.as_("chen")

    assert list(rules.people_to_be(chen, "rosa")) == []
    assert rules.conversations_of(chen, cast.rosa) == []


def test_a_mentor_and_a_student_are_found_too(cast):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    chen = cast.as_("chen")

    assert [one.first for one in rules.people_to_be(chen, "ito")] == ["Sam"]
    assert [one.outside_as for one in rules.conversations_of(chen, cast.sam)] == ["mentor"]
    assert [one.student for one in rules.conversations_of(chen, cast.jordan.person)] == [
        cast.jordan
    ]


@pytest.mark.parametrize("name", ["ana", "luis", "rosa", "otto"])
def test_nobody_but_leaders_reads_or_places_a_text(cast, one_school, text, client_of, name):
    text("Secret words", NUMBER)
    row = Text.objects.get()

    answer = client_of(name).get(PAGE)

    assert "Secret words" not in answer.content.decode()
    assert client_of(name).get(f"{PAGE}{row.public_id}/").status_code in {403, 404}
    with pytest.raises(PermissionDenied):
        actions.set_aside(row, by=cast.as_(name))


def test_it_waits_in_the_inbox(cast, one_school, text):
    text("Hello", NUMBER)

    with inside(cast.school):
        assert [one.say for one in waits(cast.as_("chen"))] == [
            "Look at a text from a number nobody knows"
        ]


def test_what_was_put_aside_is_forgotten_after_a_week(cast, one_school, text):
    text("Hello", NUMBER)
    actions.set_aside(Text.objects.get(), by=cast.as_("chen"))
    Text.objects.update(at="2026-10-01T12:00Z")

    purge_texts()

    assert Text.objects.count() == 0


def test_a_letter_from_an_unknown_address_stands_on_the_same_page(cast, client_of):
    letter(cast)
    row, chen = Mail.objects.get(), client_of("chen")

    assert "noor@example.com" in chen.get(PAGE).content.decode()
    chen.post(
        f"{PAGE}{row.public_id}/?person={cast.rosa.public_id}",
        {"key": key_of(cast, cast.rosa), "keeps_contact": "on"},
    )

    row.refresh_from_db()
    cast.rosa.refresh_from_db()
    assert (row.state, row.text, cast.rosa.email) == ("settled", "", "noor@example.com")
    assert (Message.objects.get().via, Message.objects.get().placed_by) == ("email", cast.chen)


def test_letters_that_are_held_tell_once(cast):
    for number in range(3):
        letter(cast, number)

    assert told("letterbox/held") == ["Chen"]
    for one in Mail.objects.all():
        actions.set_aside(one, by=cast.as_("chen"))
    letter(cast, 9)
    assert told("letterbox/held") == ["Chen", "Chen"]


def test_too_many_from_one_sender_are_sent_again_later_and_none_is_lost(cast):
    for number in range(20):
        letter(cast, number)

    with pytest.raises(TooMany):
        letter(cast, 21)

    assert Mail.objects.filter(state="held").count() == 20
    assert letter(cast, 22, sender="other@example.com").state == "held"


def test_the_mail_servers_are_asked_to_send_it_again_in_an_hour(cast):
    for number in range(20):
        letter(cast, number)

    with open_door(HOST) as port, pytest.raises(smtplib.SMTPDataError) as no:
        post(a_mail("noor@example.com", f"{cast.school.slug}@{HOST}", "More"), port)

    assert (no.value.smtp_code, Mail.objects.count()) == (451, 20)


def test_too_many_at_one_school_are_sent_again_later(cast, client):
    for number in range(100):
        letter(cast, number, sender=f"p{number}@example.com")

    with pytest.raises(TooMany):
        letter(cast, 101, sender="late@example.com")

    assert Mail.objects.count() == 100
