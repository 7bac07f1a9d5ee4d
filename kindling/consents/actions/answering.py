"""What somebody says: written once under the words they read; what stands follows from it."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents import rules
from kindling.consents.actions.saying import keep_word
from kindling.consents.kinds import Kind
from kindling.consents.models import Consent, ConsentWord, PurposeText
from kindling.consents.wording import Why, shown_in
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.people.rules import deciders
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

Says, Way = ConsentWord.Says, ConsentWord.Way


class OtherWords(Refused):
    """What was read is not what stands there now. The caller keeps that it happened."""


@transaction.atomic
def answer_consent(
    consent: Consent, says: str, *, sha256: str, language: str, by: Viewer, until: date | None = None
) -> Consent:  # fmt: skip
    """Say yes, no or "I have read it" to the words with this address; or take a yes back.

    language: the one they read in; until: an earlier last day than the longest. Raises OtherWords
    for a yes to words that have changed since, or while those in this language say what the
    original no longer says; Refused for a day that is over. A no needs no words.
    """
    require(rules.may_answer(by, consent))
    text = (
        _original(consent)
        if says in (Says.NO, Says.BACK)
        else _text_read(consent, sha256, language)
    )
    way = Way.LINK if by.purpose else Way.PAGE
    return keep_word(consent, by.person, says, text, way=way, until=until, by=by)


@transaction.atomic
def write_down_answer(
    student: Student, kind: str, *, person: Person, says: str, by: Viewer,
    until: date | None = None, note: str = "",
) -> Consent:  # fmt: skip
    """Staff write down what somebody who decides said on paper or by phone, to today's original."""
    require(rules.may_keep(by) and student.school_id == by.school.pk)
    if not deciders(student).filter(pk=person.pk).exists():
        raise Refused(_("Only whoever decides for this student can answer. Choose one of them."))
    consent, _made = Consent.objects.get_or_create(school=by.school, student=student, kind=kind)
    text = _original(consent)
    return keep_word(consent, person, says, text, way=Way.PAPER, until=until, by=by, note=note)


@transaction.atomic
def agree_for_school(student: Student, *, note: str, by: Viewer) -> Consent:
    """Below thirteen: the principal agrees for learning only. A no of the family counts more."""
    require(rules.may_agree_for_school(by) and by.person is not None)
    require(student.school_id == by.school.pk)
    consent, _made = Consent.objects.get_or_create(
        school=by.school, student=student, kind=Kind.UNDER13
    )
    if consent.state in Consent.NO:
        raise Refused(_("The family said no. The school cannot agree in their place."))
    return keep_word(
        consent, by.person, Says.YES, _original(consent), way=Way.SCHOOL, by=by, note=note
    )  # fmt: skip


@transaction.atomic
def miss_words(consent: Consent, *, by: Viewer) -> None:
    """Keep that somebody could not answer, because the words had changed. The inbox tells who keeps them."""
    require(rules.may_answer(by, consent))
    language = by.person.language if by.person else ""
    record("consent.other_words", consent, by=by, kind=consent.kind, language=language)


def _text_read(consent: Consent, sha256: str, language: str) -> PurposeText:
    shown = shown_in(rules.texts_of(consent.school, consent.kind), language)
    if shown is None or shown.text.sha256 != sha256:
        raise OtherWords(
            _("The school has changed these words since you opened them. Read the new ones, then answer.")
        )  # fmt: skip
    if shown.why == Why.OLDER:
        raise OtherWords(
            _("The words in your language are older than the original. We have told the school. You can say yes as soon as they are ready, or by phone today.")
        )  # fmt: skip
    return shown.text


def _original(consent: Consent) -> PurposeText:
    texts = rules.texts_of(consent.school, consent.kind)
    found = next((one for one in texts if one.is_original), None)
    if found is None:
        raise Refused(_("There are no words for this yet. Write them first."))
    return found
