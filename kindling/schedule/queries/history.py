"""What was done with a week, a closure or a change, for those who may change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from kindling.history.models import Event
from kindling.schedule.rules import visible_events
from kindling.schools.viewer import Viewer

SHOWN = 20


@dataclass(frozen=True)
class Told:
    """One line: when, who, what, and how it was before."""

    at: datetime
    who: str
    what: str
    was: str = ""


def told(viewer: Viewer, public_id: str) -> list[Told]:
    """Return the last twenty entries about one thing, newest first. One statement."""
    return [line(event) for event in visible_events(viewer, public_id)[:SHOWN]]


def line(event: Event) -> Told:
    verb, detail = event.verb.partition(".")[2], event.detail
    who = event.by.name if event.by else _("Kindling")
    if verb == "add":
        return Told(event.at, who, _("Added it"))
    if verb == "plan":
        days = ", ".join(str(WEEKDAYS[day]) for day in detail["days"])
        what = _("Planned %(days)s") % {"days": days}
        return Told(event.at, who, what, " · ".join(detail["was"]))
    return Told(event.at, who, _("Changed it"), before(detail.get("was", {})))


def before(was: dict[str, Any]) -> str:
    """The earlier name and days, in a line."""
    name = was.get("label") or was.get("name") or ""
    days = [was[key] for key in ("starts_on", "since_on", "ends_on", "until_on") if was.get(key)]
    return " · ".join([name, *days]) if name else ""
