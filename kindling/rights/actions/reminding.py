"""The clock of 45 days: who answers is reminded before it is late, and weekly once it is."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.notices.actions import notify_many
from kindling.rights import rules
from kindling.rights.models import RecordsRequest
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

BEFORE = (timedelta(days=15), timedelta(days=5), timedelta(0))
WEEK = timedelta(days=7)


@every(hours=6)
def remind_of_requests() -> None:
    """Remind of every open request whose day comes near."""
    rows = RecordsRequest.objects.filter(state__in=RecordsRequest.OPEN).order_by("due_on", "pk")
    for asked in rows.select_related("school", "student__person"):
        today = asked.school.today()
        if _is_time(asked.due_on, asked.reminded_on, today):
            remind(asked, today, by=Viewer.system(asked.school))


def _is_time(due: date, reminded: date | None, today: date) -> bool:
    """Say whether a reminder is due: 15 and 5 days before, on the day, then every week."""
    marks = [due - before for before in BEFORE if due - before <= today]
    if today > due:
        marks.append(due + WEEK * ((today - due) // WEEK))
    return bool(marks) and (reminded is None or reminded < max(marks))


@transaction.atomic
def remind(asked: RecordsRequest, today: date, *, by: Viewer) -> None:
    """Write once to who answers; two workers at once write one letter."""
    rows = RecordsRequest.objects.filter(pk=asked.pk, reminded_on=asked.reminded_on)
    if not rows.update(reminded_on=today):
        return
    with inside(asked.school):
        context = {"asker": asked.asker, "student": asked.student.name, "due_on": asked.due_on}
        people = rules.keepers(asked.school)
        notify_many(people, "rights/due", context, by=by, url=asked.get_absolute_url())
    record("records_request.remind", asked, by=by)
