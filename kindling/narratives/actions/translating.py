"""A released narrative in the family's language: by a machine, marked so, and checked by a person."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.consents.kinds import Kind
from kindling.consents.rules import allowed, lets
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.narratives import rules
from kindling.narratives.actions.printing import print_versions
from kindling.narratives.content import texts_of
from kindling.narratives.models import Translation, Version
from kindling.schools.viewer import Viewer
from kindling.translation import Unavailable, is_configured, translate

log = logging.getLogger(__name__)
State = Translation.State
TRIES_FOR = timedelta(days=3)


def _codes() -> set[str]:
    return set(dict(settings.LANGUAGES))


@transaction.atomic
def translate_for_families(versions: Sequence[Version], *, by: Viewer) -> int:
    """Have versions translated for guardians who read another language; return how many.

    Nothing happens where no translator is named or the school did not say yes, and for no student
    whose family does not let a machine read what is written about them.
    """
    if not (is_configured() and rules.choice_of(by).translates):
        return 0
    of = {one.narrative.student_id: one for one in versions}
    let = allowed(of, by.school.pk, Kind.MACHINE, by.school.today())
    wanted = {
        (version, row.adult.language)
        for row in rules.families_of([of[key].narrative for key in of if key in let])
        if (version := of[row.student_id]).language != row.adult.language
    }
    made = [
        Translation(school=by.school, version=version, language=language)
        for version, language in sorted(wanted, key=lambda pair: (pair[0].pk, pair[1]))
        if language in _codes()
    ]
    Translation.objects.bulk_create(made, ignore_conflicts=True)
    for one in made:
        record("translation.ask", one.version.narrative, by=by, language=one.language)
    transaction.on_commit(fill_what_waits.enqueue, robust=True)
    return len(made)


@transaction.atomic
def ask_for_translation(version: Version, language: str, *, by: Viewer) -> Translation:
    """Have a version translated into one language of Kindling, once."""
    require(rules.visible_versions(by).filter(pk=version.pk).exists())
    if not (is_configured() and rules.choice_of(by).translates):
        raise Refused(_("This school has no translator."))
    if language not in _codes() or language == version.language:
        raise Refused(_("It cannot be translated into this language."))
    if not lets(version.narrative.student, Kind.MACHINE, by.school.today()):
        raise Refused(
            _("The family has not said yes to translation by a machine. Ask them, or ask for an interpreter.")
        )  # fmt: skip
    found, made = Translation.objects.get_or_create(
        version=version, language=language, defaults={"school": by.school}
    )
    if made:
        record("translation.ask", version.narrative, by=by, language=language)
        transaction.on_commit(fill_what_waits.enqueue, robust=True)
    return found


@task
def fill_what_waits() -> int:
    """Ask the translator for everything that waits; return how many came. Safe to run twice."""
    return sum(_fill(one) for one in rules.waiting_translations()[:200])


def _fill(one: Translation) -> bool:
    by = Viewer.system(one.school)
    if not rules.choice_of(by).translates:
        return False  # the school said no meanwhile
    version = one.version
    if not lets(version.narrative.student, Kind.MACHINE, by.school.today()):
        _drop(one, by=by)
        return False
    try:
        texts = translate(texts_of(version.content), version.language, one.language)
        take_step(one, "fill", by=by, texts=texts)
    except Unavailable as why:
        log.warning("A translation did not come: %s", why)
        Translation.objects.filter(pk=one.pk, state=State.WAITING).update(state=State.FAILED)
        record("translation.fail", one, by=by)
        return False
    except Refused:
        return False  # another worker was faster; the next ones still wait
    print_versions.enqueue([version.pk], one.language)
    return True


def _drop(one: Translation, *, by: Viewer) -> None:
    """The family said no meanwhile: nothing waits, and it can be asked for after their yes."""
    if Translation.objects.filter(pk=one.pk, state=State.WAITING).delete()[0]:
        record("translation.drop", one.version.narrative, by=by, language=one.language)


@every(minutes=30)
def try_again() -> None:
    """A translator that was away is asked again for three days."""
    since = timezone.now() - TRIES_FOR
    rows = Translation.objects.filter(state=State.FAILED, created_at__gt=since)
    for one in rows.select_related("school")[:200]:
        take_step(one, "retry", by=Viewer.system(one.school))
    if Translation.objects.filter(state=State.WAITING).exists():
        fill_what_waits.enqueue()


@transaction.atomic
def check_translation(
    translation: Translation, texts: Sequence[str], *, base: str, by: Viewer
) -> None:
    """A person has read it and put it right. base: the stamp of the texts they began with."""
    version = translation.version
    require(rules.may_check(by, version.narrative))
    original = texts_of(version.content)
    pairs = zip(original, texts, strict=False)
    if len(texts) != len(original) or any(was.strip() and not now.strip() for was, now in pairs):
        raise Refused(_("A text is missing. Open the page again."))
    row = Translation.objects.select_for_update().get(pk=translation.pk)
    if rules.stamp_of_texts(row.texts) != base:
        raise Refused(_("Somebody else changed this translation since. Open the page again."))
    facts: Any = {"checked_by": by.person, "checked_at": by.school.now(), "texts": list(texts)}
    take_step(row, "check", by=by, **facts)
    transaction.on_commit(partial(print_versions.enqueue, [version.pk], row.language), robust=True)
