"""A family says what it saw; who guides the student may write down what a voice said."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition
from kindling.families import rules
from kindling.families.models import AfterWord
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.signing import mark_of, tap_of
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.uploads.actions import drop_upload, take_sound, use_upload
from kindling.uploads.models import Upload


def say_after(
    exhibition: Exhibition, *, text: str, voice: UploadedFile[Any] | None, tap: str, by: Viewer
) -> AfterWord:
    """Keep what a family says about an exhibition. The same tap twice is one word.

    voice: a recording, checked like every file. Raises Refused, ValidationError for a bad file.
    """
    tap = tap_of(tap, exhibition.pk, text, mark_of(voice))
    known = AfterWord.objects.filter(school=by.school, by=by.person_id, tap=tap).first()
    if known is not None:
        return known
    require(rules.shown_lately(by).filter(pk=exhibition.pk).exists())
    if not rules.exhibitions_to_speak_of(by).filter(pk=exhibition.pk).exists():
        raise Refused(
            _("Your word about this is here already. To say it anew, take the first one back.")
        )
    if not text.strip() and voice is None:
        raise Refused(_("Write a few words first, or record your voice."))
    sender = rules.sender_of(by)
    upload = take_sound(voice, key=f"after-{tap}", by=sender) if voice is not None else None
    return _keep(exhibition, text.strip(), upload, tap, sender)


@transaction.atomic
def _keep(
    exhibition: Exhibition, text: str, upload: Upload | None, tap: str, by: Viewer
) -> AfterWord:
    person = Person.objects.select_for_update().get(pk=by.person_id or 0)  # the second tap waits
    known = AfterWord.objects.filter(school=by.school, by=person, tap=tap).first()
    if known is not None:
        return known
    if upload is not None:
        use_upload(upload, by=by)
    word: AfterWord = AfterWord.objects.create(
        school=by.school, exhibition=exhibition, by=person, tap=tap, text=text, voice=upload,
        language=person.language,
    )  # fmt: skip
    record("after_word.say", word, by=by, has_voice=upload is not None)
    with inside(by.school):
        page = exhibition.get_absolute_url()
    student = exhibition.student
    advisors = [one for _key, one in rules.advisors_of(by, [student.pk])]
    facts = {"who": person, "student": student, "exhibition": exhibition}
    notify_many([student.person, *advisors], "families/after", facts, by=by, url=page)
    return word


@transaction.atomic
def write_down(word: AfterWord, transcript: str, *, by: Viewer) -> None:
    """Write down what a voice said. Later words take the place of earlier ones."""
    require(rules.may_write_down(by, word))
    was = word.transcript
    word.transcript, word.transcribed_by = transcript.strip(), by.person
    word.save(update_fields=["transcript", "transcribed_by"])
    record("after_word.write_down", word, by=by, was=was)


@transaction.atomic
def take_back_word(word: AfterWord, *, by: Viewer) -> None:
    """Whoever said it takes it back: text and recording go. A second tap changes nothing."""
    require(word.by_id == by.person_id and rules.is_family(by))
    rows = AfterWord.objects.filter(pk=word.pk, taken_back_at__isnull=True)
    empty: dict[str, Any] = {"text": "", "transcript": "", "voice": None}
    if rows.update(taken_back_at=by.school.now(), **empty):
        if word.voice is not None:
            drop_upload(word.voice, by=rules.sender_of(by))
        record("after_word.take_back", word, by=by)
