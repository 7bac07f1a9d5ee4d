"""What the outbox shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from kindling.chores.clockwork import is_ticking
from kindling.notices import ways
from kindling.notices.kinds import SIGN_IN
from kindling.notices.letters import full_text, masked_text
from kindling.notices.models import Channel, Group, Notice, Try
from kindling.notices.reaching import Contact
from kindling.notices.rules import may_send_again, visible_notices
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

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

    def text(notice: Notice) -> str:
        return full_text(notice) if in_full and notice.kind not in SIGN_IN else masked_text(notice)

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


@dataclass(frozen=True)
class TryRow:
    """One try: when, by which way, to where, and what was answered."""

    at: datetime
    channel: str
    address: str
    ended: str
    tone: str
    answer: str


@dataclass(frozen=True)
class NoticePage:
    """One notice with everything that was tried for it."""

    row: NoticeRow
    kind: str
    group: str
    language: str
    is_urgent: bool
    until: datetime | None
    waits_until: datetime | None  # held for the night or for a gateway
    ways: list[str]
    tries: list[TryRow]
    carrier: Notice | None  # it goes, or went, together with this one
    riders: list[Notice]


ENDS = {Try.Ended.SENT: "good", Try.Ended.LATER: "warn", Try.Ended.NEVER: "alert"}


def notice_page(notice: Notice, viewer: Viewer) -> NoticePage:
    """Return one notice; a constant few statements, the newest try first.

    Of what goes along only what the viewer sees: a private letter shows in no other one's page.
    """
    seen = visible_notices(viewer)
    tries = [
        TryRow(
            t.at, t.get_channel_display(), t.address, t.get_ended_display(),
            ENDS[Try.Ended(t.ended)], t.answer,
        )
        for t in notice.log.order_by("-at", "-pk")[:50]
    ]  # fmt: skip
    return NoticePage(
        row=notice_row(notice, masked_text(notice), may_send_again(viewer, notice)),
        kind=notice.kind,
        group=notice.get_group_display(),
        language=notice.language,
        is_urgent=notice.is_urgent,
        until=notice.until,
        waits_until=notice.next_at if notice.state == State.HELD else None,
        ways=[str(Channel(way).label) for way in notice.ways],
        tries=tries,
        carrier=seen.filter(pk=notice.carrier_id).first() if notice.carrier_id else None,
        riders=list(seen.filter(carrier=notice).order_by("pk")[:50]),
    )


@dataclass(frozen=True)
class ReachPage:
    """What somebody sees before they choose how to be reached."""

    person: Person
    is_own: bool
    usual: list[tuple[str, str]]  # group, the way it goes now
    email: str
    phone: str
    texts_stopped_at: datetime | None
    is_barred: bool  # who decides for them has not said yes to text messages
    has_push: bool
    is_usual_night: bool


def reach_page(contact: Contact, viewer: Viewer) -> ReachPage:
    """Return it. Behind the link in a letter the addresses are masked: letters are passed on."""
    person, is_link = contact.person, bool(viewer.purpose)
    ways = [(str(group.label), contact.ways(group)) for group in Group]
    now = [(label, str(Channel(found[0]).label) if found else "") for label, found in ways]
    return ReachPage(
        person=person,
        is_own=person.pk == viewer.person_id,
        usual=now,
        email=masked(person.email) if is_link else person.email,
        phone=masked(person.phone) if is_link else person.phone,
        texts_stopped_at=contact.reach.texts_stopped_at,
        is_barred=contact.is_barred,
        has_push=contact.has_push,
        is_usual_night=contact.reach.quiet_from is None,
    )


def masked(address: str) -> str:
    """Leave enough of an address for its owner: s…@harbor.example, …0199."""
    name, at, host = address.partition("@")
    if at:
        return f"{name[:1]}…@{host}"
    return f"…{address[-4:]}" if address else ""


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
