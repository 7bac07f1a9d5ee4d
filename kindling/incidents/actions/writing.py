"""What adults write down: answers, notes, what was done, who was told. And that they opened it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.incidents import rules
from kindling.incidents.actions.raising import say
from kindling.incidents.actions.telling import tell_student
from kindling.incidents.models import Incident, Reading, Word
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

Kind = Word.Kind


@transaction.atomic
def open_page(incident: Incident, *, by: Viewer) -> None:
    """Log that somebody opened the page. The first one after the student wrote has read it."""
    require(rules.may_write(by, incident))
    now = by.school.now()
    Reading.objects.create(school=by.school, incident=incident, person_id=by.person_id or 0, at=now)
    record("incident.read", incident, by=by)
    if incident.read_at is None:
        unread = Incident.objects.filter(pk=incident.pk, read_at__isnull=True)
        if unread.update(read_at=now, read_by=by.person):
            incident.read_at, incident.read_by = now, by.person


@transaction.atomic
def answer_student(incident: Incident, text: str, *, by: Viewer) -> None:
    """Write to the student who raised it; a letter says that an answer waits."""
    if incident.source != Incident.Source.STUDENT:
        require(rules.may_write(by, incident))
        raise Refused(_("The student does not see this page, so talk with them instead."))
    write_word(incident, Kind.REPLY, text, by=by)
    tell_student(incident.student.person, by=by)


@transaction.atomic
def write_note(incident: Incident, text: str, *, by: Viewer) -> None:
    """A note for those who read this. The student does not."""
    write_word(incident, Kind.NOTE, text, by=by)


@transaction.atomic
def note_action(incident: Incident, text: str, *, by: Viewer) -> None:
    """Something was done at once."""
    write_word(incident, Kind.ACTION, text, by=by)
    _step(incident, "act", by)


@transaction.atomic
def note_told(
    incident: Incident, *, whom: str, told_at: datetime, text: str = "", by: Viewer
) -> None:
    """Somebody was told, when and how; or why the family was not. Kindling itself tells nobody."""
    write_word(incident, Kind.TOLD, text, whom=whom, told_at=told_at, by=by)
    _step(incident, "act", by)


@transaction.atomic
def write_finding(incident: Incident, text: str, *, by: Viewer) -> None:
    """What came out when it was looked into."""
    write_word(incident, Kind.FOUND, text, by=by)
    _step(incident, "look_into", by)


def write_word(
    incident: Incident, kind: str, text: str, *, by: Viewer, whom: str = "",
    told_at: datetime | None = None,
) -> None:  # fmt: skip
    require(rules.may_write(by, incident))
    incident.refresh_from_db(fields=["state"])
    if not incident.is_open:
        raise Refused(_("This is closed. Open it again before you write more."))
    say(incident, kind, text.strip()[:4000], whom=whom, told_at=told_at, by=by)


def _step(incident: Incident, verb: str, by: Viewer) -> None:
    with suppress(Refused):  # it has come further already
        take_step(incident, verb, by=by)
