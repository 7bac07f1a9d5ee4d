"""What a school sets about meetings."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.meetings import rules
from kindling.meetings.agendas import agenda_of
from kindling.meetings.models import AgendaText, MeetingChoice
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_leading(*, led_from_grade: str, by: Viewer) -> MeetingChoice:
    """From which grade students lead their own meetings; "" for none."""
    require(rules.may_choose(by))
    choice, _new = MeetingChoice.objects.update_or_create(
        school=by.school, defaults={"led_from_grade": led_from_grade.strip()[:10]}
    )
    record("meeting.choose", choice, by=by, led_from_grade=choice.led_from_grade)
    return choice


@transaction.atomic
def choose_agenda(*, kind: str, text: str, by: Viewer) -> None:
    """The agenda with which this kind begins from now on; ours again when it is empty or the same."""
    require(rules.may_choose(by))
    text = text.replace("\r\n", "\n").strip()[:4000]
    own = AgendaText.objects.filter(school=by.school, kind=kind)
    if not text or text == agenda_of(kind):
        own.delete()
    else:
        AgendaText.objects.update_or_create(school=by.school, kind=kind, defaults={"text": text})
    record("meeting.agenda", by.school, by=by, kind=kind)
