"""An exhibition of Luis, and what his panel was sent."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from kindling.exhibitions.actions import plan_exhibition, schedule_exhibition
from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> datetime:
    """A moment on Harbor View's clock: at("2026-10-20 15:00")."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def kind_of(cast, format="panel") -> Kind:
    return Kind.objects.get(school=cast.school, format=format)


def plan(cast, name="luis", *, by="luis", **facts) -> Exhibition:
    """Luis begins an exhibition; there is no date yet."""
    facts.setdefault("kind", kind_of(cast))
    return plan_exhibition(getattr(cast, name), by=cast.as_(by), **facts)


def schedule(cast, exhibition, *, by="ana", **facts) -> Exhibition:
    """Next Tuesday at three, in the library, for 45 minutes."""
    usual = {"starts_at": at("2026-10-20 15:00"), "minutes": 45, "room": "Library"}
    schedule_exhibition(exhibition, by=cast.as_(by), **{**usual, **facts})
    return exhibition


def panelist(exhibition, person) -> Panelist:
    rows = Panelist.objects.select_related("person", "exhibition__student__person")
    return rows.get(exhibition=exhibition, person=person)


def told(kind: str) -> list[str]:
    """Who was written to, by first name, in order."""
    found = Notice.objects.filter(kind=f"exhibitions/{kind}").select_related("person")
    return sorted(one.person.first for one in found)


def door(person) -> str:
    held = Pass.objects.filter(bearer=person, purpose="join_exhibition").latest("pk")
    return f"/p/{token_of(held)}/"
