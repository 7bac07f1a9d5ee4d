"""Make the message: by which way, when, and in whose words. Saves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.notices.kinds import group_of, is_asked_for
from kindling.notices.letters import compose
from kindling.notices.models import Channel, Notice
from kindling.notices.reaching import Contact
from kindling.notices.still import about_of

# A task may get lost between commit and queue: look again after this long.
RESCUE = timedelta(minutes=5)


def write(
    contact: Contact,
    kind: str,
    context: Mapping[str, Any],
    *,
    urgent: bool = False,
    at_once: bool = False,
    until: datetime | None = None,
    **facts: str,
) -> Notice:
    """Return the message, not yet saved: queued, held until the morning, or failed."""
    person, now = contact.person, timezone.now()
    subject, body, short = compose(person, kind, context)
    notice = Notice(
        school=person.school,
        person=person,
        kind=kind,
        about=about_of(context),
        group=group_of(kind, is_urgent=urgent),
        is_urgent=urgent,
        until=until,
        language=person.language,
        subject=subject, body=body, short=short,
        next_at=now + RESCUE,
        **facts,
    )  # fmt: skip
    address(notice, contact)
    if notice.ways and not at_once and (morning := morning_of(notice, contact, now)):
        notice.state, notice.next_at = Notice.State.HELD, morning
    return notice


def address(notice: Notice, contact: Contact) -> None:
    """Set the ways of a message from what is on file today; without any it has failed."""
    notice.ways = contact.ways(notice.group, has_secret=bool(notice.link_id or notice.code))
    notice.channel = notice.ways[0] if notice.ways else str(Channel.EMAIL)
    notice.address = contact.address(notice.channel)
    if not notice.ways:
        notice.state, notice.error = Notice.State.FAILED, why_not(contact)


def why_not(contact: Contact) -> str:
    """Say why there is no way to a person."""
    if contact.person.phone and contact.reach.texts_stopped_at:
        return _("They stopped text messages, and there is no other way on file.")
    if contact.person.phone and contact.is_barred:
        return _("The family has not said yes to text messages, and there is no other way on file.")
    return _("No address on file.")


def morning_of(notice: Notice, contact: Contact, now: datetime) -> datetime | None:
    """Return when a message may go that must not disturb the night; None: now."""
    if notice.is_urgent or is_asked_for(notice.kind):
        return None
    return contact.quiet_until(now)
