"""What Rosa brings about Luis, what she is told of an incident, and a concern of support."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.concerns.actions import raise_concern, reply_to_telling, tell_of
from kindling.concerns.rules import FAMILY_CONCERN
from kindling.incidents.actions import open_incident
from kindling.passes.actions import make_pass
from kindling.questions.tests.recordings import webm
from kindling.support.actions import open_concern
from kindling.uploads.models import Upload


def add(maker) -> None:
    cast = maker.cast
    rosa, ana, luis = cast.as_("rosa"), cast.as_("ana"), cast.luis
    voice = SimpleUploadedFile("voice", webm(), "audio/webm")
    brought = raise_concern(luis, about="learning", text="Tired.", voice=voice, tap="t1", by=rosa)
    incident = open_incident(luis, text="A fall.", source="staff", by=ana)
    (telling,) = tell_of(incident, [cast.rosa], "He fell and is well.", language="en", by=ana)
    voice = SimpleUploadedFile("voice", webm(), "audio/webm")
    reply = reply_to_telling(telling, kind="words", voice=voice, tap="t2", by=rosa)
    Upload.objects.filter(pk__in=[brought.voice_id, reply.voice_id]).update(scan="absent")
    concern = open_concern(
        luis, strengths="Kind.", text="Tired.", owner=cast.ana, look_on=date(2026, 10, 27), by=ana
    )  # fmt: skip
    make_pass(cast.rosa, FAMILY_CONCERN, [luis.public_id], by=ana, about=luis)
    maker.ids |= {
        "concerns/": brought.public_id,
        "concerns/of/": luis.public_id,
        "concerns/told/": telling.public_id,
        "concerns/replies/": reply.public_id,
        "concerns/incidents/": incident.public_id,
        "concerns/support/": concern.public_id,
    }
