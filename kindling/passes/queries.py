"""Rows of the school's list of passes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.passes.models import Pass
from kindling.passes.rules import last_uses, may_revoke_pass
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class PassRow:
    """One pass as staff see it: never its address."""

    public_id: str
    bearer: Person
    about: str
    purpose: str
    state: str
    state_label: str
    tone: str
    expires_at: datetime
    used_at: datetime | None
    may_revoke: bool


TONES = {Pass.LIVE: "good", Pass.EXPIRED: "quiet", Pass.RENEWED: "calm", Pass.REVOKED: "alert"}


def labels() -> dict[str, str]:
    return {
        Pass.LIVE: _("Works"),
        Pass.EXPIRED: _("Expired"),
        Pass.RENEWED: _("Replaced by a newer one"),
        Pass.REVOKED: _("Ended by the school"),
    }


def pass_rows(passes: Iterable[Pass], viewer: Viewer) -> list[PassRow]:
    """Return the rows; needs bearer, about and renewed_by fetched along (visible_passes does)."""
    now, named, held_here = timezone.now(), labels(), list(passes)
    used = last_uses(held_here)
    rows = []
    for held in held_here:
        state = held.state_at(now)
        about = held.about.name if held.about else ""
        rows.append(
            PassRow(
                held.public_id, held.bearer, about, held.purpose, state, named[state],
                TONES[state], held.expires_at, used.get(held.pk),
                held.revoked_at is None and may_revoke_pass(viewer, held),
            )
        )  # fmt: skip
    return rows
