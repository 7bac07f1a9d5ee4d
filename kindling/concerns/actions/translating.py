"""What is said in one language, for who reads another: by a machine, and marked so."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.tasks import task

from kindling.concerns.models import FamilyConcern, Telling, TellingReply
from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.families.rules import choice_of
from kindling.history.steps import record
from kindling.schools.viewer import Viewer
from kindling.translation import Unavailable, is_configured, translate

log = logging.getLogger(__name__)
KINDS: dict[str, Any] = {
    "concern": FamilyConcern, "telling": Telling, "reply": TellingReply,
}  # fmt: skip


def translate_later(row: Any, language: str, *, by: Viewer) -> None:
    """Have it put into a language, where the school said yes to a translator, and the family."""
    known = dict(settings.LANGUAGES)
    if not row.text or language == row.language or language not in known:
        return
    if is_configured() and choice_of(by.school).translates and _may_read(row):
        kind = next(name for name, model in KINDS.items() if isinstance(row, model))
        record("family_words.translate", row, by=by, language=language)
        later = partial(translate_words.enqueue, kind, row.pk, language)
        transaction.on_commit(later, robust=True)


@task
def translate_words(kind: str, key: int, language: str) -> bool:
    """Ask the translator once; what does not come is left out. Safe to run twice."""
    row = KINDS[kind].objects.get(pk=key)
    if not _may_read(row):  # they took their yes back meanwhile
        return False
    try:
        (text,) = translate([row.text], row.language, language)
    except Unavailable as why:
        log.warning("A translation did not come: %s", why)
        return False
    KINDS[kind].objects.filter(pk=key).update(translations={**row.translations, language: text})
    return True


def _may_read(row: FamilyConcern | Telling | TellingReply) -> bool:
    """Whether a machine may read what is said about this child."""
    student = row.telling.student if isinstance(row, TellingReply) else row.student
    return lets(student, Kind.MACHINE, row.school.today())
