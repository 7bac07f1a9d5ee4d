"""What is said in one language, for who reads another: by a machine, and marked so."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.tasks import task
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.concerns.models import FamilyConcern, Telling, TellingReply
from kindling.concerns.models.words import TRIES_FOR
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
    if is_configured() and _may_ask(row):
        kind = next(name for name, model in KINDS.items() if isinstance(row, model))
        row.awaited, row.awaited_since = language, timezone.now()
        row.save(update_fields=["awaited", "awaited_since"])
        record("family_words.translate", row, by=by, language=language)
        later = partial(translate_words.enqueue, kind, row.pk, language)
        transaction.on_commit(later, robust=True)


@task
def translate_words(kind: str, key: int, language: str) -> bool:
    """Ask the translator; what does not come is asked for again. Safe to run twice."""
    rows = KINDS[kind].objects.filter(pk=key)
    row = rows.first()
    if row is None or language in row.translations:
        return False
    if not _may_ask(row):  # the family, or the school, took its yes back meanwhile
        rows.filter(awaited=language).update(awaited="")
        return False
    try:
        (text,) = translate([row.text], row.language, language)
    except Unavailable as why:
        log.warning("A translation did not come: %s", why)
        return False
    return _keep(rows, language, text)


@transaction.atomic
def _keep(rows: QuerySet[Any], language: str, text: str) -> bool:
    """Beside what came before; it is awaited no more."""
    row = rows.select_for_update(of=("self",)).first()
    if row is None:
        return False
    rows.update(translations={**row.translations, language: text})
    rows.filter(awaited=language).update(awaited="")
    return True


@every(minutes=30)
def try_translations_again() -> None:
    """A translator that was away is asked again for three days; each time the yes is looked at."""
    since = timezone.now() - TRIES_FOR
    for kind, model in KINDS.items():
        rows = model.objects.filter(awaited_since__gt=since).exclude(awaited="")
        for key, language in rows.order_by("pk").values_list("pk", "awaited")[:200]:
            translate_words.enqueue(kind, key, language)


def _may_ask(row: FamilyConcern | Telling | TellingReply) -> bool:
    """Whether the school asks a machine, and one may read what is said about this child."""
    student = row.telling.student if isinstance(row, TellingReply) else row.student
    asks = choice_of(row.school).translates
    return asks and lets(student, Kind.MACHINE, row.school.today())
