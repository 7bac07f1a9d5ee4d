"""Ana's lines about this week to the families of Luis, what Rosa offers, and when she could come."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.exhibitions.models import Exhibition
from kindling.families.actions import offer_help, say_after, wish_meeting
from kindling.panels.tests.seating import an_exhibition
from kindling.questions.tests.recordings import webm
from kindling.uploads.models import Upload


def add(maker) -> None:
    cast = maker.cast
    rosa, luis = cast.as_("rosa"), cast.luis
    maker.ids["families/words/"] = maker.ids["families/meet/"] = luis.public_id
    facts = {"kind": "volunteer", "what": "I can come along on Fridays.", "tap": "t1"}
    maker.ids["families/offers/"] = offer_help(by=rosa, **facts).public_id
    times = [cast.school.now() + timedelta(days=7)]
    wish = wish_meeting(luis, times=times, about="His plan", tap="t1", by=rosa)
    maker.ids["families/wishes/"] = wish.public_id
    shown = an_exhibition(cast, cast.luis)
    Exhibition.objects.filter(pk=shown.pk).update(state="held", on=cast.school.today())
    maker.ids["families/after/"] = shown.public_id
    other = an_exhibition(cast, cast.luis)
    Exhibition.objects.filter(pk=other.pk).update(state="held", on=cast.school.today())
    voice = SimpleUploadedFile("voice", webm(), "audio/webm")
    word = say_after(other, text="I am proud.", voice=voice, tap="t1", by=rosa)
    Upload.objects.filter(pk=word.voice_id).update(scan="absent")
    maker.ids["families/voices/"] = word.public_id
