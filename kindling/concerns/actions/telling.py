"""Staff tell a family or the student of an incident or of support, in words they chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.concerns import rules
from kindling.concerns.actions.letters import write_staff, write_told
from kindling.concerns.actions.speaking import take_voice, use_voice
from kindling.concerns.actions.translating import translate_later
from kindling.concerns.models import Telling, TellingReply
from kindling.history.steps import record, record_many
from kindling.incidents.actions import note_action, note_told
from kindling.incidents.models import Incident, Word
from kindling.kit.http import Refused, require
from kindling.kit.signing import mark_of, tap_of
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.support.models import Concern
from kindling.uploads.models import Upload


@transaction.atomic
def tell_of(
    thing: Incident | Concern, people: Sequence[Person], text: str, *, language: str,
    translate: bool = False, by: Viewer,
) -> list[Telling]:  # fmt: skip
    """Tell these people, and nobody else, these words. What it is about stays where it is.

    translate: the school's translator may have the words, where the school asks one for families.
    """
    require(rules.may_tell_of(by, thing))
    may = set(rules.people_to_tell(by, thing).values_list("pk", flat=True))
    require(bool(people) and all(one.pk in may for one in people))
    if not thing.is_open:
        raise Refused(_("This is closed. Open it again before you write more."))
    if not text.strip():
        raise Refused(_("Write a sentence."))
    told = [_tell(thing, one, text.strip()[:4000], language, by) for one in people]
    if translate:
        for one in told:
            translate_later(one, one.person.language, by=by)
    if isinstance(thing, Incident):
        _note(thing, people, by)
    return told


def _tell(
    thing: Incident | Concern, person: Person, text: str, language: str, by: Viewer
) -> Telling:
    about = {"incident" if isinstance(thing, Incident) else "support": thing}
    telling: Telling = Telling.objects.create(
        school=by.school, student=thing.student, person=person, by_id=by.person_id or 0,
        at=by.school.now(), text=text, language=language, **about,
    )  # fmt: skip
    record("telling.write", telling, by=by)
    write_told(telling, by=by)
    return telling


def _note(incident: Incident, people: Iterable[Person], by: Viewer) -> None:
    """That it was told stands in the incident, as with a call."""
    names = {True: [], False: []}  # type: dict[bool, list[str]]
    for one in people:
        names[one.pk == incident.student.person_id].append(one.name)
    if names[False]:
        said = _("In writing, here: %(names)s") % {"names": ", ".join(names[False])}
        now = by.school.now()
        note_told(incident, whom=Word.Whom.FAMILY, told_at=now, text=said, by=by)
    if names[True]:
        said = _("Told in writing, here: %(names)s") % {"names": ", ".join(names[True])}
        note_action(incident, said, by=by)


@transaction.atomic
def read_telling(telling: Telling, *, by: Viewer) -> None:
    """They opened it. Once is enough."""
    require(rules.visible_tellings(by).filter(pk=telling.pk).exists())
    rows = Telling.objects.filter(pk=telling.pk, read_at__isnull=True)
    if rows.update(read_at=by.school.now()):
        record("telling.read", telling, by=by)


def reply_to_telling(
    telling: Telling, text: str = "", *, kind: str, tap: str,
    voice: UploadedFile[Any] | None = None, by: Viewer,
) -> TellingReply:  # fmt: skip
    """Answer, put one's own account beside it, or ask to talk. The same tap twice is one reply.

    In writing, by voice, or both. Raises Refused, ValidationError for a bad file.
    """
    require(rules.may_reply(by, telling))
    tap = tap_of(tap, telling.pk, kind, text, mark_of(voice))
    known = _known(tap, by)
    if known is not None:
        return known
    if not text.strip() and voice is None:
        raise Refused(_("Write a few words first, or record your voice."))
    upload = take_voice(voice, f"reply-{tap}", by=by)
    facts = {"kind": kind, "tap": tap, "text": text.strip()[:4000]}
    return _keep_reply(telling, upload, facts, by)


def _known(tap: str, by: Viewer) -> TellingReply | None:
    return TellingReply.objects.filter(school=by.school, by=by.person_id or 0, tap=tap).first()


@transaction.atomic
def _keep_reply(
    telling: Telling, upload: Upload | None, facts: dict[str, Any], by: Viewer
) -> TellingReply:
    person = Person.objects.select_for_update().get(pk=by.person_id or 0)  # the second tap waits
    known = _known(facts["tap"], by)
    if known is not None:
        return known
    use_voice(upload, by=by)
    reply: TellingReply = TellingReply.objects.create(
        school=by.school, telling=telling, by=person, at=by.school.now(), voice=upload,
        language=person.language, **facts,
    )  # fmt: skip
    record("telling.reply", telling, by=by, kind=reply.kind, has_voice=upload is not None)
    _tell_of_reply(telling, by)
    if telling.support_id:
        translate_later(reply, telling.by.language, by=by)
    return reply


def _tell_of_reply(telling: Telling, by: Viewer) -> None:
    """Who told it, and who works on it now, get a letter that something waits."""
    thing = telling.incident or telling.support
    if thing is not None:
        with inside(by.school):
            page = thing.get_absolute_url()
        answers = thing.adult if isinstance(thing, Incident) else thing.owner
        write_staff([telling.by, answers], "reply", page, by=by)


@transaction.atomic
def see_replies(replies: Sequence[TellingReply], *, by: Viewer) -> None:
    """Somebody of the school has read them. The caller shows them by its own rule."""
    rows = TellingReply.objects.filter(pk__in=[one.pk for one in replies], seen_at__isnull=True)
    unseen = list(rows.exclude(by=by.person_id or 0))
    TellingReply.objects.filter(pk__in=[one.pk for one in unseen]).update(seen_at=by.school.now())
    record_many("tellingreply.see", unseen, by=by)
