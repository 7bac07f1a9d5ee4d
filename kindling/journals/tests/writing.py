"""Entries for the tests of journals."""

from __future__ import annotations

from kindling.journals import actions
from kindling.journals.models import JournalEntry


def wrote(
    cast, name: str = "maya", text: str = "The pump is older than me.", **said
) -> JournalEntry:
    """An entry of this student's."""
    entry = actions.write_entry(getattr(cast, name), text=text, by=cast.as_(name), **said)
    return JournalEntry.objects.select_related("student__person").get(pk=entry.pk)


def fresh(entry: JournalEntry) -> JournalEntry:
    return JournalEntry.objects.select_related("student__person").get(pk=entry.pk)
