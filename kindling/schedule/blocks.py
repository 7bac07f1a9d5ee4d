"""Blocks of one day, checked once for page, API and actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kindling.schedule.models import Kind
from kindling.ui.format import clock

MOST = 12  # blocks of a day


@dataclass(frozen=True)
class BlockPlan:
    """A block as it is asked for; `row` counts from 1, for telling which one is wrong."""

    kind: str
    label: str
    starts_at: time
    ends_at: time
    row: int = 0

    @property
    def title(self) -> str:
        return self.label or str(Kind(self.kind).label)

    def facts(self) -> dict[str, Any]:
        names = ("kind", "label", "starts_at", "ends_at")
        return {name: getattr(self, name) for name in names}


def checked_blocks(blocks: Sequence[BlockPlan]) -> list[BlockPlan]:
    """Return the blocks in the order of the day.

    Raises ValidationError under "to_N" or "from_N" (N from 0) with what to do.
    """
    found: dict[str, str] = {}
    if len(blocks) > MOST:
        raise ValidationError(_("A day holds up to %(num)s blocks.") % {"num": MOST})
    for one in blocks:
        if one.ends_at <= one.starts_at:
            at = {"title": one.title, "time": clock(one.starts_at)}
            later = _("%(title)s ends before it begins. Choose an end after %(time)s.") % at
            found[f"to_{one.row - 1}"] = later
    rows = sorted(blocks, key=lambda one: (one.starts_at, one.ends_at))
    latest: BlockPlan | None = None
    for one in rows:
        if latest and one.starts_at < latest.ends_at and f"to_{latest.row - 1}" not in found:
            found[f"from_{one.row - 1}"] = _overlap(one, latest)
        if latest is None or one.ends_at > latest.ends_at:
            latest = one
    if found:
        raise ValidationError({name: [sentence] for name, sentence in found.items()})
    return rows


def _overlap(one: BlockPlan, other: BlockPlan) -> str:
    facts = {"title": one.title, "other": other.title, "row": other.row}
    sentence = _("%(title)s begins before %(other)s in row %(row)s ends. Begin at %(time)s.")
    return sentence % (facts | {"time": clock(other.ends_at)})


def written(blocks: Sequence[Any]) -> list[str]:
    """Return blocks as the history keeps them: "09:00-10:00 Advisory"."""
    return [f"{b.starts_at:%H:%M}-{b.ends_at:%H:%M} {b.title}" for b in blocks]
