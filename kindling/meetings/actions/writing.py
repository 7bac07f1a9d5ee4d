"""Agenda and minutes, written by several people at once."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record_writing
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import require
from kindling.meetings import rules
from kindling.meetings.models import Meeting
from kindling.schools.viewer import Viewer

FIELDS = ("agenda", "notes")


@transaction.atomic
def write_meeting(
    meeting: Meeting, field: str, text: str, *, base: str, by: Viewer
) -> Clash | None:
    """Save one text of FIELDS, or return both when somebody was faster (kit/editing)."""
    require(rules.may_write(by, meeting) and field in FIELDS)
    was = getattr(meeting, field)
    clash = save_field(meeting, field, text, base=base)
    if clash is None and was != getattr(meeting, field):
        record_writing("meeting.write", meeting, by=by, field=field)
    return clash
