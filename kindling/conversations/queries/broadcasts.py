"""What became of a message to many, person by person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.utils.translation import gettext as _

from kindling.conversations.models import Broadcast, BroadcastLine
from kindling.conversations.rules import lines_of
from kindling.notices.models import Notice
from kindling.schools.models import Person

State = Notice.State
SENT, WAITS = "sent", "waits"
FAILED, NO_WAY, KEPT = "failed", "no_way", "kept"
KINDS = {
    State.SENT: SENT, State.BUNDLED: SENT, State.FAILED: FAILED, State.DROPPED: FAILED,
    State.KEPT: KEPT,
}  # fmt: skip
TONES = {SENT: "good", WAITS: "info", FAILED: "alert", NO_WAY: "warn", KEPT: "warn"}


@dataclass(frozen=True, slots=True)
class LineRow:
    """One person: what became of it, by which way, and the conversation they began."""

    person: Person
    about: str
    state: str
    tone: str
    way: str
    why: str
    thread_id: str  # "" until they answer


@dataclass(frozen=True, slots=True)
class Counted:
    label: str
    tone: str
    number: int


def labels() -> dict[str, str]:
    return {
        SENT: _("Sent"), WAITS: _("Waiting to be sent"), FAILED: _("Could not be sent"),
        NO_WAY: _("No way to reach them"), KEPT: _("Kept here, not sent"),
    }  # fmt: skip


def line_rows(lines: Iterable[BroadcastLine]) -> list[LineRow]:
    """Rows of lines_of; no statement."""
    return [_row(one) for one in lines]


def _row(line: BroadcastLine) -> LineRow:
    notice, kind = line.notice, _kind(line)
    about = line.about.name if line.about and line.about.person_id != line.person_id else ""
    return LineRow(
        person=line.person,
        about=about,
        state=labels()[kind],
        tone=TONES[kind],
        way=notice.get_channel_display() if notice is not None and kind != NO_WAY else "",
        why=notice.error if notice is not None and kind == FAILED else "",
        thread_id=line.thread.public_id if line.thread is not None else "",
    )


def _kind(line: BroadcastLine) -> str:
    notice = line.notice
    if line.sent_at is None:
        return WAITS
    if notice is None:  # the letter has been forgotten since
        return SENT
    if notice.state == State.FAILED and not notice.address:
        return NO_WAY
    return KINDS.get(State(notice.state), WAITS)


def broadcast_counts(broadcast: Broadcast) -> list[Counted]:
    """How many in each state, those with nobody left out. One statement."""
    found: dict[str, int] = {}
    unsent = ExpressionWrapper(Q(sent_at__isnull=True), output_field=BooleanField())
    rows: Any = lines_of(broadcast).order_by().annotate(is_waiting=unsent)
    rows = rows.values_list("is_waiting", "notice__state", "notice__address")
    for is_waiting, state, address, number in rows.annotate(Count("pk")):
        kind = WAITS if is_waiting else SENT if state is None else KINDS.get(state, WAITS)
        kind = NO_WAY if state == State.FAILED and not address else kind
        found[kind] = found.get(kind, 0) + number
    said = labels()
    return [Counted(said[kind], TONES[kind], found[kind]) for kind in said if found.get(kind)]
