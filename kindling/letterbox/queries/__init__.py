"""Rows of the mail that waits for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kindling.letterbox.models import Mail
from kindling.letterbox.rules import may_settle, visible_mails
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

State = Mail.State
TONES = {
    State.LANDED: "good", State.HELD: "warn", State.SETTLED: "calm", State.DROPPED: "quiet",
    State.STRANGER: "quiet",
}  # fmt: skip


@dataclass(frozen=True)
class MailRow:
    """One mail as staff read it."""

    public_id: str
    at: datetime
    sender: str
    whose: Person | None
    subject: str
    text: str
    files: int
    state: str
    tone: str
    why: str
    may_put_in: bool
    may_set_aside: bool


def held_mails(viewer: Viewer) -> QuerySet[Mail]:
    """What waits first, then the newest. What landed shows where it landed."""
    return visible_mails(viewer).exclude(state=State.LANDED).order_by("state", "-at", "-pk")


def mail_rows(viewer: Viewer, mails: Iterable[Mail]) -> list[MailRow]:
    """Return the rows; needs person fetched along (visible_mails does)."""
    return [_row(viewer, mail) for mail in mails]


def _row(viewer: Viewer, mail: Mail) -> MailRow:
    is_open = mail.state == State.HELD and may_settle(viewer, mail)
    return MailRow(
        public_id=mail.public_id, at=mail.at, sender=mail.sender, whose=mail.person,
        subject=mail.subject, text=mail.text, files=mail.files,
        state=mail.get_state_display(), tone=TONES[State(mail.state)],
        why=" ".join(filter(None, [mail.get_why_display(), mail.note])),
        may_put_in=is_open and bool(mail.reply_id and mail.text), may_set_aside=is_open,
    )  # fmt: skip
