"""Something worries the advisor: the entry goes to the adults who act on worries."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.incidents.actions import open_incident, write_note
from kindling.incidents.models import Incident
from kindling.journals import rules
from kindling.journals.models import JournalEntry, JournalHanding
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.ui.format import day

PART = 3800  # characters of one note there


@transaction.atomic
def hand_on(entry: JournalEntry, *, why: str, urgency: str, by: Viewer) -> Incident:
    """Open an incident with the reason and the entry's words, as they stand now.

    The principal is told. The student reads that it was done and by whom, not the reason.
    """
    require(rules.guides(by, entry))
    why = why.strip()[:1000]
    if not why:
        raise Refused(_("Write what worries you."))
    source = Incident.Source.STAFF
    incident = open_incident(entry.student, text=why, source=source, urgency=urgency, by=by)
    head = _("From the student’s journal of %(day)s:") % {"day": day(entry.on)}
    for number in range(0, len(entry.text), PART):
        write_note(incident, f"{head}\n\n{entry.text[number : number + PART]}", by=by)
    JournalHanding.objects.create(
        school=by.school, entry=entry, by_id=by.person_id or 0, at=by.school.now(), why=why,
        incident_id=incident.public_id,
    )  # fmt: skip
    # What the adults act on must not change under their eyes.
    rows = JournalEntry.objects.filter(pk=entry.pk, read_at__isnull=True)
    rows.update(read_at=by.school.now(), read_by=by.person)
    record("journal.hand_on", entry, by=by, incident=incident.public_id)
    return incident
