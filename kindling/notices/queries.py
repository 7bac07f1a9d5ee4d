"""What the outbox shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from kindling.chores.clockwork import is_ticking
from kindling.notices import ways
from kindling.notices.letters import full_text, masked_text
from kindling.notices.models import Notice
from kindling.schools.models import Person

State = Notice.State
TONES = {
    State.QUEUED: "info",
    State.HELD: "calm",
    State.BUNDLED: "calm",
    State.SENDING: "info",
    State.SENT: "good",
    State.FAILED: "alert",
    State.DROPPED: "quiet",
    State.KEPT: "warn",
}
UNDER_WAY = (State.QUEUED, State.SENDING)
WAITING = (*UNDER_WAY, State.HELD, State.BUNDLED)


@dataclass(frozen=True)
class NoticeRow:
    """One notice of the outbox. `text` is masked in a real school."""

    public_id: str
    person: Person
    address: str
    channel: str
    subject: str
    text: str
    state_label: str
    tone: str
    why: str
    made_at: datetime
    sent_at: datetime | None
    tries: int
    next_at: datetime | None  # when it is tried again, after a failure
    may_send_again: bool


@dataclass(frozen=True)
class OutboxCount:
    """How many notices are in one state."""

    state: str
    label: str
    tone: str
    number: int


def notice_rows(
    notices: Iterable[Notice], *, in_full: bool = False, may_send: bool = True
) -> list[NoticeRow]:
    """Return the rows; needs person and school fetched along."""
    text: Callable[[Notice], str] = full_text if in_full else masked_text
    return [notice_row(notice, text(notice), may_send) for notice in notices]


def notice_row(notice: Notice, text: str, may_send: bool) -> NoticeRow:
    state = State(notice.state)
    waits = state == State.QUEUED and notice.tries > 0
    return NoticeRow(
        public_id=notice.public_id,
        person=notice.person,
        address=notice.address,
        channel=notice.get_channel_display(),
        subject=notice.subject,
        text=text,
        state_label=str(state.label),
        tone=TONES[state],
        why=notice.error,
        made_at=notice.created_at.astimezone(notice.school.zone),
        sent_at=notice.sent_at,
        tries=notice.tries,
        next_at=notice.next_at if waits else None,
        may_send_again=may_send and state not in WAITING,
    )


def outbox_counts(notices: QuerySet[Notice]) -> list[OutboxCount]:
    """Return the number of notices in each state, in one statement."""
    found = dict(notices.order_by().values_list("state").annotate(Count("pk")))
    return [OutboxCount(s, str(s.label), TONES[s], found.get(s, 0)) for s in State]


def is_moving(counts: list[OutboxCount]) -> bool:
    """Say whether anything is under way, so that asking again makes sense."""
    return any(count.number for count in counts if count.state in UNDER_WAY)


def closed_ways(*, waiting: bool = False) -> list[str]:
    """Say why letters do not leave, and what would mend it."""
    missing = []
    if waiting and not is_ticking():
        missing.append(_("The background worker is not running, so letters wait (manage work)."))
    if not ways.is_open(Notice.Channel.EMAIL):
        missing.append(_("No mail server is set up, so e-mail is kept here (EMAIL_URL)."))
    if not ways.is_open(Notice.Channel.SMS):
        missing.append(_("Text messages are not set up, so they are kept here (SMS_URL)."))
    return missing
