"""An advisor's lines in the languages of their families: by a machine, and marked so."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.families import rules
from kindling.families.models import WeekWords, WordsTranslation
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer
from kindling.translation import Unavailable, is_configured, translate

log = logging.getLogger(__name__)
State = WordsTranslation.State
TRIES_FOR = timedelta(days=3)


def translate_for_families(words: WeekWords, *, by: Viewer) -> int:
    """Have lines translated for guardians who read another language; return into how many.

    Nothing happens where no translator is named or the school did not say yes.
    """
    if not (is_configured() and rules.choice_of(by.school).translates):
        return 0
    known = dict(settings.LANGUAGES)
    asked = _readers(words)
    wanted = sorted(code for code in asked if code in known and code != words.language)
    made = [
        WordsTranslation(school=by.school, words=words, language=code, stamp=words.stamp)
        for code in wanted
    ]
    WordsTranslation.objects.bulk_create(made, ignore_conflicts=True)
    if made:
        record("week_words.translate", words, by=by, languages=wanted)
        transaction.on_commit(fill_what_waits.enqueue, robust=True)
    return len(made)


def _readers(words: WeekWords) -> set[str]:
    """The languages of those who read it. About one student: while the family lets a machine."""
    student = words.student
    if student is not None and not lets(student, Kind.MACHINE, words.school.today()):
        return set()
    return set(rules.families_of(words).values_list("adult__language", flat=True))


@task
def fill_what_waits() -> int:
    """Ask the translator for everything that waits; return how many came. Safe to run twice."""
    return sum(_fill(one) for one in rules.waiting_translations()[:200])


def _fill(one: WordsTranslation) -> bool:
    words = one.words
    if one.stamp != words.stamp:
        return False  # written anew meanwhile; that text has a translation of its own
    by, student = Viewer.system(one.school), words.student
    if student is not None and not lets(student, Kind.MACHINE, one.school.today()):
        # The family took its yes back meanwhile: nothing waits any more.
        if WordsTranslation.objects.filter(pk=one.pk, state=State.WAITING).delete()[0]:
            record("week_words.drop_translation", words, by=by, language=one.language)
        return False
    try:
        (text,) = translate([words.text], words.language, one.language)
        take_step(one, "fill", by=by, text=text)
    except Unavailable as why:
        log.warning("A translation did not come: %s", why)
        WordsTranslation.objects.filter(pk=one.pk, state=State.WAITING).update(state=State.FAILED)
        record("words_translation.fail", one, by=by)
        return False
    except Refused:
        return False  # another worker was faster
    return True


@every(minutes=30)
def try_words_again() -> None:
    """A translator that was away is asked again for three days."""
    since = timezone.now() - TRIES_FOR
    rows = WordsTranslation.objects.filter(state=State.FAILED, created_at__gt=since)
    for one in rows.select_related("school")[:200]:
        take_step(one, "retry", by=Viewer.system(one.school))
    if WordsTranslation.objects.filter(state=State.WAITING).exists():
        fill_what_waits.enqueue()
