"""Luis learns so with Ana since September; something that counts, and something that does not."""

from __future__ import annotations

from datetime import date, datetime, time

from kindling.ale.actions import choose_ale
from kindling.ale.models import COUNTED, AlePlace
from kindling.meetings.models import Meeting
from kindling.talks.models import Talk


def switch_on(cast, **facts) -> None:
    usual = {"is_on": True, "kinds": COUNTED, "warn_days": 5, "serious_days": 20}
    choose_ale(by=cast.as_("dana"), **{**usual, **facts})
    cast.school.refresh_from_db()


def put(cast, name="luis", *, since_on=date(2026, 9, 1), teacher=None) -> AlePlace:
    return AlePlace.objects.create(
        school=cast.school, student=getattr(cast, name), teacher=teacher or cast.ana,
        since_on=since_on,
    )  # fmt: skip


def talked(cast, on: date, name="luis") -> Talk:
    student = getattr(cast, name)
    return Talk.objects.create(
        school=cast.school, student=student, advisor=cast.ana, state=Talk.State.CLOSED, due_on=on,
        held_on=on, held_at=at_noon(cast, on), notes="Luis is sad.",
    )  # fmt: skip


def met(cast, on: date, name="luis", state="held") -> Meeting:
    student = getattr(cast, name)
    return Meeting.objects.create(
        school=cast.school, student=student, kind="plan", starts_at=at_noon(cast, on), on=on,
        leader=cast.ana, state=state,
    )  # fmt: skip


def at_noon(cast, on: date) -> datetime:
    return datetime.combine(on, time(12), cast.school.zone)
