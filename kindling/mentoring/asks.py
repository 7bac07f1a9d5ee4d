"""What was asked of mentors by a link, and when they did something about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min

from kindling.credentials.rules import ENDORSE
from kindling.evaluations.rules import EVALUATE
from kindling.exhibitions.rules import JOIN_EXHIBITION
from kindling.history.models import Event
from kindling.notices.models import Notice
from kindling.passes.models import Pass, PassUse
from kindling.placements.rules import APPROVE_PURSUITS, CONFIRM_DAYS
from kindling.projects.rules import LOOK_AT_PROJECT
from kindling.schools.models import School

# A link that wants something. What a mentor only reads is no ask.
PURPOSES = (
    CONFIRM_DAYS, EVALUATE, LOOK_AT_PROJECT, ENDORSE, APPROVE_PURSUITS, JOIN_EXHIBITION,
    "sign_agreement", "join_meeting", "hand_in", "host_shadow", "sign_plan",
)  # fmt: skip
GONE = (Notice.State.FAILED, Notice.State.DROPPED, Notice.State.QUEUED, Notice.State.HELD)
ANSWERS = timedelta(days=14)  # a text or another link later than this answers something else


@dataclass(frozen=True, slots=True)
class Ask:
    """One letter that asked, the way it went, and the first thing that was done about it."""

    person_id: int
    channel: str
    at: datetime
    answered_at: datetime | None

    @property
    def waited(self) -> timedelta:
        return (self.answered_at or self.at) - self.at


def asks_to(school: School, people: Iterable[int], *, since: datetime) -> Iterator[Ask]:
    """Every ask since a moment. Three statements.

    Days are also confirmed by a text message or behind an older link: such a word counts for the
    newest ask before it.
    """
    held = Pass.objects.filter(
        school=school, bearer__in=list(people), purpose__in=PURPOSES, created_at__gte=since
    )
    known = {
        row["public_id"]: row for row in held.values("public_id", "bearer_id", "purpose", "pk")
    }
    used = dict(
        PassUse.objects.filter(held__in=held.values("pk"), what="used")
        .values_list("held").annotate(first=Min("at")).order_by()
    )  # fmt: skip
    words = _words(school, since)
    rows = Notice.objects.filter(school=school, link_id__in=held.values("public_id"))
    rows = rows.exclude(state__in=GONE).order_by("created_at", "pk")
    for link, channel, sent_at, made_at in rows.values_list(
        "link_id", "channel", "sent_at", "created_at"
    ):
        row, at = known.get(link), sent_at or made_at
        if row is None:
            continue
        found = [used[row["pk"]]] if row["pk"] in used else []
        if row["purpose"] == CONFIRM_DAYS:
            found += [one for one in words[row["bearer_id"]] if at <= one <= at + ANSWERS][:1]
        answers = [one for one in found if one >= at]
        yield Ask(row["bearer_id"], channel, at, min(answers, default=None))


def _words(school: School, since: datetime) -> dict[int, list[datetime]]:
    """When each mentor said something about a day, by whichever way."""
    found: dict[int, list[datetime]] = defaultdict(list)
    said = Event.objects.filter(
        school=school, at__gte=since, by_pass=True, verb__in=SAYS, by__isnull=False
    )
    for person, at in said.order_by("at").values_list("by_id", "at"):
        found[person or 0].append(at)
    return found


SAYS = ("day.confirm", "day.correct", "day.absent")
