"""Contact that nothing else in Kindling knows of, and the record that leaves the school."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.ale import rules
from kindling.ale.models import AlePlace, NotedContact
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

OLDEST = timedelta(days=31)


@transaction.atomic
def note_contact(
    place: AlePlace, *, on: date, how: str, words: str = "", by: Viewer
) -> NotedContact:
    """Note that somebody was in touch on a day, at most a month ago."""
    require(rules.may_note(by, place))
    today = by.school.today()
    if not today - OLDEST <= on <= today:
        raise ValidationError({"on": _("Choose a day of the last month.")})
    made = NotedContact.objects.create(
        school=by.school, student=place.student, on=on, how=how, words=words.strip()[:300],
        by=by.person, at=by.school.now(),
    )  # fmt: skip
    record("ale.note", made, by=by, on=str(on), how=how)
    return made


@transaction.atomic
def take_back_contact(contact: NotedContact, *, by: Viewer) -> None:
    """It was a mistake: it counts no longer, and the audit still shows it. Its writer's alone."""
    require(contact.by_id is not None and contact.by_id == by.person_id and by.is_staff)
    rows = NotedContact.objects.filter(pk=contact.pk, taken_back_at__isnull=True)
    if not rows.update(taken_back_at=by.school.now()):
        raise Refused(_("This was taken back already."))
    record("ale.take_back", contact, by=by)


@transaction.atomic
def note_audit(first: date, last: date, *, by: Viewer) -> None:
    """Write down that the record of these days left the school, and by whose hand."""
    require(rules.may_audit(by))
    record("ale.audit", by.school, by=by, first=str(first), last=str(last))
