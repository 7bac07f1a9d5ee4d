"""What the clock does: ask again whoever did not answer, and remind the day before."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from kindling.chores.clockwork import every
from kindling.exhibitions.actions.inviting import write, write_student
from kindling.exhibitions.models import Exhibition, Panelist
from kindling.exhibitions.rules import still_there
from kindling.history.steps import record
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

AHEAD = timedelta(hours=26)  # the day before, whatever the hour
ASK_AGAIN = timedelta(days=4)
JUST_SAID = timedelta(hours=24)  # a date that was set a moment ago needs no reminder
AT_ONCE = 200
State = Panelist.State


@every(minutes=15)
def remind_of_exhibitions() -> None:
    """Look after the exhibitions of all schools."""
    for school in School.objects.filter(set_up_at__isnull=False):
        remind_of(school)


def remind_of(school: School) -> tuple[int, int]:
    """Remind at one school; how many were asked again and reminded of. Safe to call twice."""
    by, now = Viewer.system(school), school.now()
    silent = _soon(school, now, ASK_AGAIN).filter(asked_again_at__isnull=True)
    asked = [one for one in silent[:AT_ONCE] if ask_again(one, by=by)]
    soon = _soon(school, now, AHEAD).filter(reminded_at__isnull=True)
    told = [one for one in soon[:AT_ONCE] if remind_panel(one, by=by)]
    return len(asked), len(told)


def _soon(school: School, now: datetime, ahead: timedelta) -> QuerySet[Exhibition]:
    rows: QuerySet[Exhibition] = Exhibition.objects.filter(
        school=school, state__in=Exhibition.DATED, student__state=Student.State.ENROLLED, starts_at__gt=now, starts_at__lte=now + ahead,
        state_since__lte=now - JUST_SAID,
    )  # fmt: skip
    return rows.select_related("student__person", "kind", "advisor", "school").order_by("pk")


@transaction.atomic
def ask_again(exhibition: Exhibition, *, by: Viewer) -> bool:
    """Write once more to whoever has an invitation and said nothing."""
    rows = Exhibition.objects.filter(pk=exhibition.pk, asked_again_at__isnull=True)
    if not rows.update(asked_again_at=by.school.now()):
        return False
    silent = _there(exhibition).filter(state=State.ASKED)
    write(exhibition, list(silent), "asked_again", "", by=by)
    record("exhibition.ask_again", exhibition, by=by)
    return True


@transaction.atomic
def remind_panel(exhibition: Exhibition, *, by: Viewer) -> bool:
    """Tell the student, and those of the panel who did not say no. Two workers: one does it."""
    rows = Exhibition.objects.filter(pk=exhibition.pk, reminded_at__isnull=True)
    if not rows.update(reminded_at=by.school.now()):
        return False
    coming = _there(exhibition).filter(state__in=(State.COMING, State.ASKED))
    write(exhibition, list(coming), "reminder", "", by=by)
    write_student(exhibition, "reminder", "", by=by)
    record("exhibition.remind", exhibition, by=by)
    return True


def _there(exhibition: Exhibition) -> QuerySet[Panelist]:
    rows = still_there(exhibition, Panelist.objects.filter(is_invited=True))
    return rows.select_related("person").order_by("pk")
