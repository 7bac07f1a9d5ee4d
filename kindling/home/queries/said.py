"""What was reported about a student for today, and whether somebody looks for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import ngettext

from kindling.absences.models import Kind, Reason
from kindling.home.statements import ALARM, SAID
from kindling.kit.tongue import gettext as _
from kindling.ladder.models import Alarm
from kindling.ui.format import clock


@dataclass(frozen=True)
class Said:
    """The latest word about today: late or not coming, and why."""

    id: str
    kind: str
    at: datetime
    minutes: int | None
    due_at: datetime | None
    reason: str

    @property
    def is_late(self) -> bool:
        return self.kind == Kind.LATE

    @property
    def words(self) -> str:
        """Such as "Late, at about 9:20" or "Not coming: Sick"."""
        if not self.is_late:
            return _("Not coming: %(reason)s") % {"reason": self.reason} if self.reason else _(
                "Not coming"
            )  # fmt: skip
        if self.due_at:
            return _("Late, at about %(time)s") % {"time": clock(self.due_at)}
        late = self.minutes or 0
        return ngettext("%(num)s minute late", "%(num)s minutes late", late) % {"num": late}


@dataclass(frozen=True)
class Missed:
    """An alarm that is open, or that somebody has."""

    id: str
    is_open: bool
    taker: str
    taken_at: datetime | None


def said_in(row: tuple[Any, ...]) -> Said | None:
    """Read the columns SAID of a row."""
    public_id, kind, at, minutes, due_at, code, label = row[: len(SAID)]
    if public_id is None:
        return None
    reason = Reason(code=code, label=label).name if code else ""
    return Said(public_id, kind, at, minutes, due_at, reason)


def missed_in(row: tuple[Any, ...]) -> Missed | None:
    """Read the columns ALARM of a row."""
    public_id, state, taker, taken_at = row[: len(ALARM)]
    if public_id is None:
        return None
    return Missed(public_id, state == Alarm.State.OPEN, taker or "", taken_at)
