"""Everybody's standing for one checklist: fifty students in as many statements as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from kindling.advisory.rules import with_advisory
from kindling.gateways import rules
from kindling.gateways.counting import facts_of
from kindling.gateways.models import Checklist, Gateway
from kindling.gateways.queries.ways import TONES, lines_by_list, waivers_by_gateway
from kindling.gateways.standing import Standing, standings_of
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.viewer import Viewer

State = Gateway.State


@dataclass(frozen=True)
class AuditRow:
    """One student: how each line stands, and how far they are."""

    student: Any
    gateway: Gateway | None
    standings: list[Standing]

    @property
    def left(self) -> list[Standing]:
        return [one for one in self.standings if not one.is_met]

    @property
    def tone(self) -> str:
        return TONES[State(self.gateway.state)] if self.gateway else "quiet"

    @property
    def href(self) -> str:
        return self.gateway.get_absolute_url() if self.gateway else ""


def lists_in_use(viewer: Viewer) -> list[Checklist]:
    """Graduation first. One statement."""
    rows = rules.visible_checklists(viewer).filter(state=Checklist.State.PUBLISHED)
    return sorted(rows, key=lambda one: (not one.is_graduation, one.grade, one.pk))


def students_of(viewer: Viewer, checklist: Checklist) -> QuerySet[Any]:
    """Whom it concerns: enrolled, of its grade, or on the way already. In the order of names."""
    rows = students_in_full(viewer, Matter.WORDS).filter(state=Student.State.ENROLLED)
    if checklist.grade:
        begun = rules.visible_gateways(viewer).filter(key=checklist.key).order_by()
        rows = rows.filter(Q(grade=checklist.grade) | Q(pk__in=begun.values("student")))
    return with_advisory(rows).order_by("person__sort_name", "pk")


def audit_rows(viewer: Viewer, checklist: Checklist, students: list[Any]) -> list[AuditRow]:
    """How each of these students stands, by the version that each goes by.

    Statements: ways, lines, waivers, and one for each kind of line (four for required courses).
    """
    keys = [one.pk for one in students]
    rows = rules.visible_gateways(viewer).filter(key=checklist.key, student__in=keys)
    ways = {one.student_id: one for one in rows}
    versions = {checklist.pk, *(one.checklist_id for one in ways.values())}
    lines = lines_by_list(sorted(versions))
    kinds = {line.kind for found in lines.values() for line in found}
    facts = facts_of(viewer.school, keys, kinds)
    waivers = waivers_by_gateway([one.pk for one in ways.values()])
    found = []
    for one in students:
        way = ways.get(one.pk)
        given = waivers.get(way.pk, {}) if way else {}
        asked = lines[way.checklist_id if way else checklist.pk]
        found.append(AuditRow(one, way, standings_of(asked, facts[one.pk], given)))
    return found


def counted(viewer: Viewer, checklist: Checklist) -> list[tuple[str, int]]:
    """How many students stand where, in the order of the way. One statement."""
    rows = rules.visible_gateways(viewer).filter(key=checklist.key).order_by()
    numbers = dict(rows.values_list("state").annotate(n=Count("pk")))
    return [(str(state.label), numbers.get(state, 0)) for state in State if numbers.get(state)]
