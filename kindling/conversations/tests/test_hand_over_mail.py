"""A mail service hands letters over, signed with the key it was given."""

import time

import pytest
from django.core import mail as outbox

from kindling.conversations.tests.talking import address, jordan_writes, said
from kindling.kit.replying import reply_address
from kindling.letterbox.models import Mail
from kindling.letterbox.signature import signature_of
from kindling.letterbox.tests.mailing import a_mail

HOST, KEY = "mail.harbor.example", "the-mail-service’s-key"


@pytest.fixture(autouse=True)
def _mail_comes_in(settings):
    settings.MAIL_TOKEN, settings.MAIL_DOMAIN = KEY, HOST


def handed(client, mail, *, token=KEY, at=None, **changed):
    body, moment = mail.as_bytes(), str(int(at or time.time()))
    told = {"sender": str(mail["From"]), "recipient": str(mail["To"])}
    signed = signature_of(moment, told["sender"], told["recipient"], body, token)
    heads = {"X-Mail-Time": moment, "X-Mail-From": told["sender"], "X-Mail-Signature": signed}
    heads |= {"X-Mail-To": told["recipient"]} | changed
    return client.post("/letterbox/", body, "message/rfc822", headers=heads).status_code


def test_a_mail_service_hands_it_over_signed(cast, client):
    thread = jordan_writes(cast).thread
    mail = a_mail(cast.sam.email, address(thread, cast.sam), "Ten is fine.")

    assert handed(client, mail) == 200
    assert said(thread)[-1] == ("Sam", "email", "Ten is fine.")


@pytest.mark.parametrize(
    "wrong",
    [
        {"token": "another"}, {"at": 1_000_000}, {"X-Mail-To": "reply+x@y"},
        {"X-Mail-Signature": ""}, {"X-Mail-Time": "now"},
    ],
)  # fmt: skip
def test_what_is_not_signed_by_it_is_refused(cast, client, wrong):
    thread = jordan_writes(cast).thread
    mail = a_mail(cast.sam.email, address(thread, cast.sam), "Ten is fine.")

    assert handed(client, mail, **wrong) == 403
    assert Mail.objects.count() == 0


def test_without_a_key_nothing_is_taken(cast, client, settings):
    settings.MAIL_TOKEN = ""
    mail = a_mail(cast.sam.email, reply_address("aaaaaaaaaaaaaa"), "Hello")

    assert handed(client, mail, token="") == 403


@pytest.mark.django_db(transaction=True)
def test_without_a_door_no_letter_asks_to_be_answered(cast, settings):
    settings.MAIL_TOKEN = ""

    jordan_writes(cast)

    assert [one.reply_to for one in outbox.outbox] == [[], []]
    assert [one for one in outbox.outbox if "above this line" in one.body] == []
