"""An advisor writes a few lines to families."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from kindling.advisory.models import Advisory
from kindling.families import rules
from kindling.families.actions.translating import translate_for_families
from kindling.families.models import WeekWords, WordsTranslation
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@transaction.atomic
def write_words(
    to: Advisory | Student, *, text: str, language: str, week_on: date, by: Viewer
) -> WeekWords | None:
    """Say something to the families of an advisory or of one student about one week.

    week_on: its Monday. Written again it takes the place of what stood there, which the history
    keeps; empty, it is taken away. Returns None then.
    """
    require(to.school_id == by.school.pk and rules.may_write_to(by, to))
    place: dict[str, Any] = {"advisory": to} if isinstance(to, Advisory) else {"student": to}
    # Two pages open at once: the second one waits for the first.
    type(to).objects.select_for_update().get(pk=to.pk)
    row = WeekWords.objects.filter(week_on=week_on, **place).first()
    if not text.strip():
        if row:
            record("week_words.take_back", to, by=by, was=row.text, week_on=week_on.isoformat())
            row.delete()
        return None
    if row and row.text == text and row.language == language:
        return row
    was = row.text if row else ""
    row = row or WeekWords(school=by.school, week_on=week_on, **place)
    row.text, row.language, row.by_id = text, language, by.person_id or 0
    row.changed_at = by.school.now()
    row.save()
    WordsTranslation.objects.filter(words=row).delete()
    record("week_words.write", row, by=by, was=was)
    translate_for_families(row, by=by)
    return row
