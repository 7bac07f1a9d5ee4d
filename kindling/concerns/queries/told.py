"""What was told of something, and the replies: for who works on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from kindling.concerns import rules
from kindling.concerns.models import FamilyConcern, Telling, TellingReply
from kindling.incidents.models import Incident
from kindling.schools.viewer import Viewer
from kindling.support.models import Concern


@dataclass(frozen=True)
class Said:
    """A text as its reader gets it; `original` where a machine translated it."""

    text: str
    language: str
    original: str = ""
    was_in: str = ""
    is_awaited: bool = False  # a translation is on its way


def in_language(row: FamilyConcern | Telling | TellingReply, language: str = "") -> Said:
    """The words in the reader's language where there is a translation. No statement."""
    wanted = language or get_language() or "en"
    text = row.translations.get(wanted, "")
    if not text:
        return Said(row.text, row.language, is_awaited=row.is_awaited and row.awaited == wanted)
    return Said(text, wanted, row.text, row.language)


@dataclass(frozen=True)
class Reply:
    """One reply, as its reader gets it."""

    row: TellingReply
    said: Said


@dataclass(frozen=True)
class Told:
    """One telling with its replies."""

    row: Telling
    said: Said
    replies: list[Reply]


@dataclass(frozen=True)
class ToldPart:
    """What was told of one thing. `is_incident`: its page is the narrowest."""

    told: list[Told]
    may_tell: bool
    leads: bool  # and may write down what a voice says
    waits: bool  # a reply nobody has read
    page: str  # which form tells more: "incident" or "support"
    key: str


def with_replies(tellings: list[Telling]) -> list[Told]:
    """Each telling with what was said back. One statement."""
    replies: dict[int, list[Reply]] = {}
    for row in rules.replies_to(tellings) if tellings else []:
        replies.setdefault(row.telling_id, []).append(Reply(row, in_language(row)))
    return [Told(one, in_language(one), replies.get(one.pk, [])) for one in tellings]


def told_of(viewer: Viewer, thing: Incident | Concern) -> ToldPart | None:
    """For staff who read the thing; nobody else finds it on that page."""
    if not viewer.is_staff or viewer.purpose:
        return None
    told = with_replies(list(rules.tellings_of(thing)[:50]))
    leads = rules.may_tell_of(viewer, thing)
    may = thing.is_open and leads
    if not told and not may:
        return None
    page = "incident" if isinstance(thing, Incident) else "support"
    waits = any(reply.row.seen_at is None for one in told for reply in one.replies)
    return ToldPart(told, may, leads, waits, page, thing.public_id)
