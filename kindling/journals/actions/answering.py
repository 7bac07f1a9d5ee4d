"""The thread: an advisor reads and answers, the student answers back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.journals import rules
from kindling.journals.counting import count_entries
from kindling.journals.models import JournalEntry, JournalReply
from kindling.kit.editing import clean_text
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.people.rules import is_own
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


def reply_to(entry: JournalEntry, text: str, *, tap: str = "", by: Viewer) -> JournalReply:
    """One more word below an entry. The same tap sent twice counts once.

    The advisor's word is an answer; the student's waits for the advisor again. Raises Refused.
    """
    require(rules.may_reply(by, entry))
    if by.person is None:
        raise PermissionDenied
    text = clean_text(text).strip()[:4000]
    if not text:
        raise Refused(_("Write a few words first."))
    taken = JournalReply.objects.filter(entry=entry, tap=tap).first() if tap else None
    if taken is not None and taken.text == text:
        return taken
    tap = "" if taken is not None else tap
    said: dict[str, Any] = {"by": by.person, "at": by.school.now(), "text": text}
    try:
        with transaction.atomic():
            reply: JournalReply = JournalReply.objects.create(
                school=by.school, entry=entry, tap=tap or None, **said
            )
            record("journal.reply", entry, by=by)
            _heard(entry, by)
    except IntegrityError:
        return JournalReply.objects.get(entry=entry, tap=tap)
    return reply


def _heard(entry: JournalEntry, by: Viewer) -> None:
    """Who waits for whom now; the student is told once, until they have looked."""
    rows, now = JournalEntry.objects.filter(pk=entry.pk), by.school.now()
    if is_own(by, entry.student):
        rows.update(waits_since=Coalesce(F("waits_since"), now))
    else:
        had_news = rows.filter(has_news=True).exists()
        first = Coalesce(F("answered_on"), by.school.today())
        _set_read(entry, by, answered_on=first, has_news=True)
        if not had_news:
            with inside(by.school):
                url = entry.get_absolute_url()
            notify(entry.student.person, "journals/answer", {}, by=by, url=url)
    count_entries(entry.student)


def _set_read(entry: JournalEntry, by: Viewer, **also: Any) -> None:
    """The first reading is the one that is kept."""
    kept = {
        "read_at": Coalesce(F("read_at"), by.school.now()),
        "read_by": Coalesce(F("read_by"), by.person_id),
    }
    JournalEntry.objects.filter(pk=entry.pk).update(**kept, **also, waits_since=None)


@transaction.atomic
def mark_read(entry: JournalEntry, *, by: Viewer) -> None:
    """Read, without an answer. Doing it twice changes nothing."""
    require(rules.guides(by, entry))
    if JournalEntry.objects.filter(pk=entry.pk, waits_since__isnull=True).exists():
        return
    _set_read(entry, by)
    record("journal.read", entry, by=by)
    count_entries(entry.student)


@transaction.atomic
def see_answers(entry: JournalEntry, *, by: Viewer) -> None:
    """The student has opened the page: the answer is no news any more."""
    require(is_own(by, entry.student))
    if JournalEntry.objects.filter(pk=entry.pk, has_news=True).update(has_news=False):
        record("journal.see_answer", entry, by=by)
        count_entries(entry.student)
