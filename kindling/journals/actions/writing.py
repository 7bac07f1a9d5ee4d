"""A student writes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.journals import rules
from kindling.journals.counting import count_entries
from kindling.journals.models import LONGEST, JournalEntry
from kindling.kit.editing import clean_text
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


def write_entry(
    student: Student, *, text: str, title: str = "", prompt: str = "", tap: str = "", by: Viewer
) -> JournalEntry:
    """Write one entry. The same tap sent twice counts once, and gives the first one back.

    Other words with a tap that was used (somebody went back and wrote again) are another entry.
    Raises ValidationError under "text". The history learns that, and none of its words.
    """
    require(rules.may_write(by, student))
    said = {"text": _checked(text), "title": title.strip()[:200], "prompt": prompt}
    taken = JournalEntry.objects.filter(student=student, tap=tap).first() if tap else None
    if taken is not None and taken.text == said["text"]:
        return taken
    tap = "" if taken is not None else tap
    now = by.school.now()
    try:
        with transaction.atomic():
            entry: JournalEntry = JournalEntry.objects.create(
                school=by.school, student=student, on=by.school.today(), at=now, waits_since=now,
                tap=tap or None, **said,
            )  # fmt: skip
            record("journal.write", entry, by=by)
            count_entries(student)
    except IntegrityError:
        return JournalEntry.objects.get(student=student, tap=tap)
    return entry


@transaction.atomic
def change_entry(entry: JournalEntry, *, text: str, title: str, by: Viewer) -> None:
    """Write it anew, as long as the advisor has not read it. Raises ValidationError, Refused."""
    require(rules.may_share(by, entry))
    said = {"text": _checked(text), "title": title.strip()[:200]}
    unread = JournalEntry.objects.filter(pk=entry.pk, read_at__isnull=True)
    if not unread.update(**said, changed_at=by.school.now()):
        raise Refused(_("Your advisor has read it. Write below it what you want to add."))
    entry.text, entry.title = said["text"], said["title"]
    record("journal.change", entry, by=by)


def _checked(text: str) -> str:
    text = clean_text(text).strip()
    if not text:
        raise ValidationError({"text": _("Write a few words. One sentence is enough.")})
    if len(text) > LONGEST:
        raise ValidationError({"text": _("This is too long. Make two entries of it.")})
    return text
