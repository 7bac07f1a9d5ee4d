"""What the pages of one student's gateways show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from kindling.exhibitions.models import Exhibition, Format, Kind, Result
from kindling.gateways import rules
from kindling.gateways.counting import facts_of
from kindling.gateways.models import (
    Checklist,
    Gateway,
    Line,
    OwnWord,
    Showing,
    Waiver,
)
from kindling.gateways.standing import Standing, standings_of
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = Gateway.State
FORMATS = {
    Checklist.Kind.GATEWAY: (Format.GATEWAY, Format.PANEL),
    Checklist.Kind.GRADUATION: (Format.CULMINATING, Format.THESIS, Format.GATEWAY),
}
NOTHING: dict[str, Any] = {"exhibitions": [], "kinds": []}
TONES = {
    State.PREPARING: "calm", State.APPLIED: "warn", State.CHECKED: "info",
    State.SCHEDULED: "info", State.CONDITIONS: "warn", State.PASSED: "good",
    State.PROMOTED: "good",
}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """One checklist of one student; `gateway` is None before anybody began."""

    checklist: Checklist
    gateway: Gateway | None
    standings: list[Standing]

    @property
    def left(self) -> list[Standing]:
        return [one for one in self.standings if not one.is_met]

    @property
    def met(self) -> int:
        return len(self.standings) - len(self.left)

    @property
    def tone(self) -> str:
        return TONES[State(self.gateway.state)] if self.gateway else "quiet"


@dataclass(frozen=True)
class StudentPage:
    """What a student still has to do before the next gateway and before graduation."""

    student: Student
    is_own: bool
    may_begin: bool
    ways: list[Way]
    over: list[Gateway]  # those they went through, newest first


def student_page(viewer: Viewer, student: Student) -> StudentPage:
    """Gather it. Ask only for a student whom the viewer sees in full."""
    mine = {one.key: one for one in _latest(viewer, student)}
    open_ones = {key: one for key, one in mine.items() if one.is_open}
    found = _lists_for(viewer, student, set(open_ones))
    lists = [one for one in found if one.key in open_ones or one.key not in mine]
    asked = {one.key for one in lists}  # what is asked of nobody new is gone through to the end
    lists += [one.checklist for key, one in open_ones.items() if key not in asked]
    chosen = [open_ones[one.key].checklist if one.key in open_ones else one for one in lists]
    lines = lines_by_list([one.pk for one in chosen])
    kinds = {line.kind for rows in lines.values() for line in rows}
    facts = facts_of(viewer.school, [student.pk], kinds)[student.pk]
    waivers = waivers_by_gateway([one.pk for one in open_ones.values()])
    ways = []
    for one in chosen:
        gateway = open_ones.get(one.key)
        given = waivers.get(gateway.pk, {}) if gateway else {}
        ways.append(Way(one, gateway, standings_of(lines[one.pk], facts, given)))
    return StudentPage(
        student=student,
        is_own=rules.is_own(viewer, student),
        may_begin=rules.may_begin(viewer, student) and student.state == Student.State.ENROLLED,
        ways=ways,
        over=[one for one in mine.values() if not one.is_open],
    )


def _latest(viewer: Viewer, student: Student) -> list[Gateway]:
    rows = rules.visible_gateways(viewer).filter(student=student)
    return list(rows.order_by("-since", "-pk"))


def _lists_for(viewer: Viewer, student: Student, begun: set[str]) -> list[Checklist]:
    """What is in use: for the student's grade, graduation, and what they have begun."""
    graduation = Checklist.Kind.GRADUATION
    wanted = Q(grade__in=["", student.grade]) | Q(kind=graduation) | Q(key__in=begun)
    rows = rules.visible_checklists(viewer).filter(wanted, state=Checklist.State.PUBLISHED)
    return list(rows.order_by("kind", "grade", "pk"))


def lines_by_list(checklists: list[int]) -> dict[int, list[Line]]:
    """Checklist's key → its lines. One statement."""
    found: dict[int, list[Line]] = defaultdict(list)
    for line in rules.lines_of(checklists):
        found[line.checklist_id].append(line)
    return found


def waivers_by_gateway(gateways: list[int]) -> dict[int, dict[str, str]]:
    """Gateway's key → line's key → why it is not asked. One statement."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for one in rules.waivers_of(gateways) if gateways else []:
        found[one.gateway_id][one.line_key] = one.reason
    return found


@dataclass
class LineRow:
    """One line on the page of a gateway: how it stands, the student's words, what was shown."""

    standing: Standing
    own: OwnWord | None = None
    waiver: Waiver | None = None
    showings: list[Showing] = field(default_factory=list)

    @property
    def line(self) -> Line:
        return self.standing.line

    @property
    def waits(self) -> bool:
        return any(one.state == Showing.State.SHOWN for one in self.showings)


@dataclass(frozen=True)
class ToMeet:
    """A condition: written here (`key` to say that it is met), or by the panel (key "")."""

    words: str
    due_on: date
    met_on: date | None
    key: str = ""


@dataclass(frozen=True)
class GatewayPage:
    """One student's way, and what this viewer may do with it."""

    gateway: Gateway
    rows: list[LineRow]
    conditions: list[ToMeet]
    exhibitions: list[Exhibition]  # to choose from
    kinds: list[Kind]  # to begin a new one of
    readable: set[int]  # keys of pieces one may open
    is_own: bool
    may_guide: bool
    may_let_go_on: bool
    newer: bool  # another version is in use

    @property
    def tone(self) -> str:
        return TONES[State(self.gateway.state)]

    @property
    def left(self) -> list[LineRow]:
        return [one for one in self.rows if not one.standing.is_met]

    @property
    def recorded(self) -> str:
        """What the panel recorded, "" before it has."""
        held = self.gateway.exhibition
        return held.result if held and held.state in Exhibition.OVER else ""

    @property
    def may_decide(self) -> bool:
        """Without an exhibition at once; with one only once its panel has recorded."""
        state = self.gateway.state
        without = state == State.CHECKED
        return self.may_guide and (without or (state == State.SCHEDULED and bool(self.recorded)))

    @property
    def panel_asks(self) -> bool:
        """The panel wrote its conditions down itself."""
        return any(not one.key for one in self.conditions)

    @property
    def recorded_label(self) -> str:
        return str(Result(self.recorded).label) if self.recorded else ""


def gateway_page(viewer: Viewer, gateway: Gateway) -> GatewayPage:
    """Gather it: as many statements for ten lines as for one."""
    lines = list(rules.lines_of([gateway.checklist_id]))
    waivers = {one.line_key: one for one in rules.waivers_of([gateway.pk])}
    student = gateway.student
    facts = facts_of(viewer.school, [student.pk], {one.kind for one in lines})[student.pk]
    reasons = {key: one.reason for key, one in waivers.items()}
    own = {one.line_key: one for one in rules.own_words_of([gateway.pk])}
    rows = {
        one.line.key: LineRow(one, own.get(one.line.key), waivers.get(one.line.key))
        for one in standings_of(lines, facts, reasons)
    }
    shown = list(rules.showings_of([gateway.pk]))
    for showing in shown:
        if showing.line_key in rows:
            rows[showing.line_key].showings.append(showing)
    guide = rules.may_guide(viewer, student)
    pieces = [one.evidence_id for one in shown if one.evidence_id]
    return GatewayPage(
        gateway=gateway, rows=list(rows.values()),
        conditions=_conditions(viewer, gateway),
        **(_to_choose(viewer, gateway) if guide else NOTHING),
        readable=rules.readable_pieces(viewer, pieces),
        is_own=rules.is_own(viewer, student), may_guide=guide,
        may_let_go_on=rules.may_let_go_on(viewer),
        newer=guide and gateway.state == State.PREPARING and _has_newer(viewer, gateway),
    )  # fmt: skip


def _conditions(viewer: Viewer, gateway: Gateway) -> list[ToMeet]:
    """The panel's own, and those that were written here."""
    zone, found = viewer.school.zone, []
    if gateway.exhibition_id and gateway.exhibition and gateway.exhibition.state in Exhibition.OVER:
        found = [
            ToMeet(one.text, one.due_on, one.done_at and one.done_at.astimezone(zone).date())
            for one in rules.panel_conditions_of(gateway.exhibition_id)
        ]
    written = rules.conditions_of([gateway.pk])
    return found + [ToMeet(one.words, one.due_on, one.met_on, one.public_id) for one in written]


def _to_choose(viewer: Viewer, gateway: Gateway) -> dict[str, Any]:
    """Exhibitions there are, and kinds of which one can be begun."""
    if gateway.state != State.CHECKED:
        return NOTHING
    formats, student = FORMATS[Checklist.Kind(gateway.checklist.kind)], gateway.student
    there = rules.exhibitions_to_choose(viewer, student, formats)
    return {"exhibitions": list(there), "kinds": rules.kinds_to_choose(viewer, student, formats)}


def _has_newer(viewer: Viewer, gateway: Gateway) -> bool:
    if gateway.checklist.state == Checklist.State.PUBLISHED:
        return False
    rows = rules.visible_checklists(viewer).filter(key=gateway.key)
    return rows.filter(state=Checklist.State.PUBLISHED).exists()
