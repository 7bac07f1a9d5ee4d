"""Luis and Sam with Ana in it and a photo, a message to many, and a letter nobody could place."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.conversations import actions
from kindling.conversations.models import MessageFile
from kindling.conversations.tests.talking import whom
from kindling.letterbox.models import Mail
from kindling.texts.models import Text
from kindling.uploads.tests.sending import picture


def add(maker) -> None:
    cast = maker.cast
    photo = SimpleUploadedFile("dog.jpg", picture(), "image/jpeg")
    luis, ana = cast.as_("luis"), cast.as_("ana")
    said = actions.Said("May I come at ten?", files=[photo])
    thread = actions.begin(whom(luis, cast.luis, "mentor"), said, by=luis).thread
    actions.ask_interpreter(thread, by=ana)
    made = actions.broadcast("Noon.", "students", advisory=cast.tide, by=ana)
    held = Mail.objects.create(
        key="k", school=cast.school, staff=cast.ana, person=cast.sam, sender="x@example.com",
        text="Hello.", reply_id=thread.seats.get(person=cast.sam).public_id, state="held",
    )  # fmt: skip
    waiting = Text.objects.create(
        sid="k", number="+14015550999", school=cast.school, state="waits", body="Hello?",
        outcome="stranger",
    )  # fmt: skip
    maker.ids |= {
        "messages/unplaced/": waiting.public_id,
        "messages/": thread.public_id,
        "messages/many/": made.public_id,
        "messages/short/": "arrival",
        "messages/new/": cast.luis.public_id,
        "messages/new/<slug:public_id>/": cast.luis.public_id,
        "messages/<slug:key>": whom(ana, cast.luis, "student").key,
        "messages/<slug:file_id>": MessageFile.objects.get().public_id,
        "letterbox/": held.public_id,
    }
