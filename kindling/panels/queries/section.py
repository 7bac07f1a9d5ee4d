"""What stands of the panel on the page of its exhibition."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.exhibitions.along import Section
from kindling.exhibitions.models import Exhibition
from kindling.kit.addresses import url
from kindling.panels import rules
from kindling.panels.models import Form
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Beside:
    """`what`: "form" (to fill in), "room" (look who is in, or what was said), "record"."""

    what: str
    url: str


def section(viewer: Viewer, exhibition: Exhibition) -> Section | None:
    """Return the way to one's form, the panel or the record. Two statements at most, mostly none."""
    found = _beside(viewer, exhibition)
    return Section("panels/_section.html", found) if found else None


def _beside(viewer: Viewer, exhibition: Exhibition) -> Beside | None:
    key = exhibition.public_id
    if exhibition.state in rules.OVER:
        reads = rules.recorded_panels(viewer).filter(exhibition=exhibition).exists()
        return Beside("record", url("panels:record", key)) if reads else None
    if exhibition.state not in rules.JUDGING:
        return None
    part = rules.part_in(viewer, exhibition)
    if not part and not rules.may_lead(viewer, exhibition):
        return None
    state = rules.own_state(viewer, exhibition)
    if part and state in (Form.State.OPEN, "") and exhibition.state == Exhibition.State.HELD:
        return Beside("form", url("panels:sheet", key))
    return Beside("room", url("panels:panel", key))
