"""Phones for the cast, and a way to text."""

from __future__ import annotations

import itertools
import re
from html import unescape

import pytest

from kindling.attendance.tests.placed import make_placement
from kindling.texts.signature import signature_of

TOKEN = "the-gateway's-token"
LUIS, MAYA, SAM, ROSA = "+14015550101", "+14015550102", "+14015550103", "+14015550104"
HERE = "Luis is checked in at Bayside Animal Clinic at 9:00 AM."


def give_phone(person, phone, **facts):
    person.phone = phone
    for name, value in facts.items():
        setattr(person, name, value)
    person.save()


@pytest.fixture
def placement(cast):
    """Luis is at the clinic, Tuesdays and Thursdays, 9:00 to 14:00."""
    return make_placement(cast.luis, cast.clinic, cast.sam)


@pytest.fixture
def text(cast, settings, client):
    """`text("here", LUIS)` texts as the gateway would and returns what is texted back."""
    settings.SMS_TOKEN = TOKEN
    give_phone(cast.luis.person, "(401) 555-0101")
    give_phone(cast.maya.person, "401.555.0102")
    give_phone(cast.sam, "401 555 0103")
    give_phone(cast.rosa, "+1 401-555-0104")
    ids = itertools.count(1)

    def send(body: str, number: str, sid: str = "", token: str = TOKEN):
        form = {
            "MessageSid": sid or f"SM{next(ids):032d}", "From": number, "To": "+14015559999",
            "Body": body, "NumMedia": "0", "AccountSid": "AC0",
        }  # fmt: skip
        url = f"{settings.BASE_URL}/texts/"
        signed = signature_of(url, {name: [value] for name, value in form.items()}, token)
        answer = client.post("/texts/", form, headers={"X-Twilio-Signature": signed})
        if answer.status_code != 200:
            return answer.status_code
        found = re.fullmatch(
            r'<\?xml version="1.0" encoding="UTF-8"\?><Response>(?:<Message>(.*)</Message>)?</Response>',
            answer.text,
            re.DOTALL,
        )
        assert found
        assert answer["Content-Type"].startswith("text/xml")
        return unescape(found[1] or "").replace("\xa0", " ")

    return send
