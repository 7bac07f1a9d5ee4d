"""The board: who is where, in six statements for any number of students."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from kindling.absences.models import Voice
from kindling.attendance.expected import Expected
from kindling.attendance.models import Entry, Method
from kindling.attendance.timetable import timetable_of
from kindling.board.queries.asked import Asked
from kindling.board.standing import STATES, Standing, Told, Word, standing_of
from kindling.board.statements import (
    DAY,
    STUDENT,
    alarms_of,
    marks_of,
    reports_of,
    students_of,
    words_of,
)
from kindling.ladder.models import Alarm
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

FIRST_SHOWN = {"silent": 100, "late": 100}  # who is missed is never cut short
SHOWN = 20  # rows of the others, until somebody asks for them


@dataclass(frozen=True, slots=True)
class Spot:
    """An internship: where, and whom to call."""

    pk: int
    site_id: str
    site: str
    site_phone: str
    mentor: str
    mentor_phone: str


@dataclass(frozen=True, slots=True)
class Heed:
    """The alarm about who is silent: who has it, or what they answered."""

    id: str
    text: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One student and one internship of today. `sign` is the last sign of life, in words."""

    id: str
    face_id: str
    name: str
    phone: str
    grade: str
    advisory_id: str
    advisory: str
    spot: Spot | None
    standing: Standing
    planned: str
    sign: str
    heed: Heed | None = None

    @property
    def state(self) -> str:
        return self.standing.state


@dataclass(frozen=True)
class Said:
    """What anybody said about today: by placement, and reports by student."""

    words: dict[int, Word]
    signs: dict[int, str]
    reports: dict[int, Told]
    heeds: dict[int, Heed]
    letters: dict[int, str]
    off: dict[int, str]  # by placement: why it has no day although one is planned


@dataclass(frozen=True)
class Group:
    """Lines of one state; `more` says how many are left out."""

    state: str
    lines: list[Line]
    more: int


@dataclass(frozen=True)
class Live:
    """What the board shows at `now`."""

    now: datetime
    lines: list[Line]
    closed: str | None

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(line.state for line in self.lines)
        return {state: found[state] for state in STATES}

    @property
    def asked_for(self) -> int:
        """How many were to be somewhere today: all but those who are home because of no plan."""
        return sum(bool(line.planned or line.sign) for line in self.lines)

    @property
    def choosable(self) -> list[tuple[str, str, str, str, str]]:
        """What the list can be narrowed by (statements.CHOICE)."""
        return [
            (
                line.grade, line.advisory_id, line.advisory,
                line.spot.site_id if line.spot else "", line.spot.site if line.spot else "",
            )
            for line in self.lines
        ]  # fmt: skip

    def of(self, state: str) -> list[Line]:
        """Lines of a state by name; those who had a day today before those who had none."""
        found = [line for line in self.lines if line.state == state]
        return sorted(found, key=lambda line: not (line.planned or line.sign))

    @property
    def groups(self) -> list[Group]:
        """Who is missed first; long lists of who is well are cut."""
        found = []
        for state in STATES:
            lines = self.of(state)
            most = FIRST_SHOWN.get(state, SHOWN)
            if lines:
                found.append(Group(state, lines[:most], max(0, len(lines) - most)))
        return found


def live(viewer: Viewer, asked: Asked) -> Live:
    """Read everybody who was asked for. Six statements."""
    now = viewer.school.now()
    rows = students_of(viewer, *asked.narrowed)
    placements = [row[len(STUDENT)] for row in rows if row[len(STUDENT)] is not None]
    plan = timetable_of(viewer.school, now.date(), now.date(), placements)
    words, signs = said(words_of(viewer, *asked.narrowed))
    reports = {row[0]: Told(*row) for row in reports_of(viewer)}
    heeds = {row[0]: heed_of(row) for row in alarms_of(viewer)}
    off = plan.called_off(now.date())
    heard = Said(words, signs, reports, heeds, dict(marks_of(viewer)), off)
    lines = list(lines_of(rows, plan.on(now.date()), heard, now))
    if asked.site:
        lines = [line for line in lines if line.spot and line.spot.site_id == asked.site]
    return Live(now, lines, plan.closed.get(now.date()))


def said(rows: list[tuple[Any, ...]]) -> tuple[dict[int, Word], dict[int, str]]:
    """Return placement → what is known of its today, and → its last sign in words."""
    words: dict[int, Word] = {}
    last: dict[int, tuple[Any, ...]] = {}
    for row in rows:
        words[row[0]] = Word(*row[: len(DAY)])
        if row[len(DAY)] is not None:
            last[row[0]] = row[len(DAY) :]
    return words, {key: sign_of(entry) for key, entry in last.items()}


def sign_of(entry: tuple[Any, ...]) -> str:
    """Such as "Checked in 9:02 · Maya Santos · On the phone" (statements.ENTRY in words)."""
    kind, voice, method, at, arrived_at, by = entry
    what = {"what": Entry.Kind(kind).label, "time": clock(at)}
    parts = [_("%(what)s %(time)s") % what, by or Entry.Voice(voice).label, Method(method).label]
    if arrived_at is not None and clock(arrived_at) != clock(at):
        parts.append(_("reached us %(time)s") % {"time": clock(arrived_at)})
    return " · ".join(str(part) for part in parts)


def heed_of(row: tuple[Any, ...]) -> Heed:
    """statements.ALARM in words, such as "Ana Reyes has it", or "Ana Reyes: He is at the dentist."."""
    _placement, public_id, state, _why, taker, closer, did = row
    name = closer if state == Alarm.State.CLOSED else taker
    if state == Alarm.State.OPEN:
        return Heed(public_id, _("Nobody has it yet"), is_open=True)
    if did:
        facts = {"name": name or _("Kindling"), "words": did}
        return Heed(public_id, _("%(name)s: %(words)s") % facts, is_open=False)
    return Heed(public_id, _("%(name)s has it") % {"name": name}, is_open=False)


def report_sign(told: Told) -> str:
    """Such as "Reported late 8:40 · Rosa Diaz · By text message"."""
    late, absent = _("Reported late %(time)s"), _("Reported absent %(time)s")
    what = (late if told.is_late else absent) % {"time": clock(told.at)}
    who = told.by or Voice(told.voice).label
    return " · ".join(str(part) for part in (what, who, Method(told.method).label))


def lines_of(
    rows: Iterable[tuple[Any, ...]], expected: dict[int, Expected], said: Said, now: datetime
) -> Iterable[Line]:
    """One line for each internship with a today; one for a student who has none."""
    width = len(STUDENT)
    by_student: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        by_student.setdefault(row[0], []).append(row)
    for theirs in by_student.values():
        active = [row for row in theirs if row[width] in expected or row[width] in said.words]
        for row in active or [row for row in theirs if row[width] in said.off] or theirs[:1]:
            pk, public_id, grade, face_id, name, phone, advisory_id, advisory = row[:width]
            spot = None if row[width] is None else Spot(*row[width:])
            meant, word = expected.get(row[width]), said.words.get(row[width])
            told = said.reports.get(pk)
            yield Line(
                public_id, face_id, name, phone, grade, advisory_id or "", advisory or "", spot,
                standing_of(
                    meant, word, now, told,
                    letter=said.letters.get(pk, ""), off=said.off.get(row[width], ""),
                ),
                f"{clock(meant.starts_at)}–{clock(meant.ends_at)}" if meant else "",
                said.signs.get(row[width]) or (report_sign(told) if told else ""),
                said.heeds.get(row[width]),
            )  # fmt: skip


def state_labels() -> dict[str, str]:
    return {
        "silent": _("Silent"),
        "late": _("Late"),
        "there": _("There"),
        "expected": _("Expected later"),
        "home": _("Home or at school"),
    }
