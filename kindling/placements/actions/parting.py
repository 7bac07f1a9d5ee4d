"""A private word about an end, and the talk that is held about it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.placements import rules
from kindling.placements.actions.ending import request_end
from kindling.placements.models import ExitTalk, Placement, PrivateReading, PrivateWord
from kindling.placements.trusted import adults_for
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def request_end_privately(
    placement: Placement, reason: str, *, private: str, adult: Person | None, by: Viewer
) -> None:
    """Ask to end it, with a reason for the record and, if one likes, another for one adult alone.

    Both or neither. Raises ValidationError by field.
    """
    request_end(placement, reason, by=by)
    if private.strip():
        write_privately(placement, private, adult, by=by)


@transaction.atomic
def write_privately(
    placement: Placement, text: str, adult: Person | None, *, by: Viewer
) -> PrivateWord:
    """Tell one adult why. The history keeps that it was written, never what."""
    require(rules.may_request_end(by, placement) and by.person is not None)
    offered = {one.pk for one in adults_for(by, placement)}
    if adult is None or adult.pk not in offered:
        raise ValidationError({"adult": _("Choose one of the adults in the list.")})
    word: PrivateWord = PrivateWord.objects.create(
        school=by.school, placement=placement, adult=adult, by_id=by.person_id or 0,
        text=text.strip()[:4000], at=by.school.now(),
    )  # fmt: skip
    record("private_word.write", word, by=by)
    with inside(by.school):
        url = word.get_absolute_url()
    notify(adult, "placements/private_word", {}, by=by, url=url)
    return word


@transaction.atomic
def open_private_word(word: PrivateWord, *, by: Viewer) -> None:
    """Log that it was opened."""
    require(rules.may_read_private_word(by, word))
    PrivateReading.objects.create(
        school=by.school, word=word, person_id=by.person_id or 0, at=by.school.now()
    )
    record("private_word.read", word, by=by)


@transaction.atomic
def note_talk(placement: Placement, *, held_on: date, who: str, note: str, by: Viewer) -> ExitTalk:
    """Write down the talk about the end: when, who was there, what others may read of it."""
    require(rules.may_note_talk(by, placement))
    who, note = who.strip()[:300], note.strip()[:2000]
    if held_on > by.school.today():
        raise ValidationError({"held_on": _("Choose today or an earlier day.")})
    for name, said in (("who", who), ("note", note)):
        if not said:
            raise ValidationError({name: _("Say it in a few words.")})
    if placement.state not in (Placement.State.ENDING, Placement.State.ENDED):
        raise Refused(_("Nobody asked to end this internship, so there is no such talk yet."))
    talk: ExitTalk = ExitTalk.objects.create(
        school=by.school, placement=placement, held_on=held_on, who=who, note=note, by=by.person
    )
    record("placement.note_talk", placement, by=by, held_on=held_on.isoformat())
    return talk
