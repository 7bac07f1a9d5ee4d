"""What a school has set about meetings."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.meetings import rules
from kindling.meetings.agendas import agenda_of
from kindling.meetings.models import Kind, MeetingChoice
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Agenda:
    """The agenda of one kind here; `is_own`: the school's own words."""

    kind: str
    label: str
    text: str
    is_own: bool


def agendas_here(viewer: Viewer) -> list[Agenda]:
    """The agenda of each kind. One statement."""
    own = dict(rules.own_agendas(viewer).values_list("kind", "text"))
    return [
        Agenda(
            kind.value, str(kind.label), own.get(kind.value) or agenda_of(kind), kind.value in own
        )
        for kind in Kind
    ]


def led_from(viewer: Viewer) -> str:
    """From which grade students lead. One statement."""
    return MeetingChoice.of(viewer.school).led_from_grade
