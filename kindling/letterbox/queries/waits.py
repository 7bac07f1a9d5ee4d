"""Mail that nobody could place waits for a person."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.letterbox.models import Mail
from kindling.letterbox.rules import visible_mails
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """What answers one's own conversations; for the coordinator all of it. One statement."""
    mails = visible_mails(viewer).filter(state=Mail.State.HELD)
    if not viewer.is_a(Role.COORDINATOR):
        mails = mails.filter(staff=viewer.person_id)
    return [_wait(one) for one in mails.order_by("at", "pk")[:MOST]]


def _wait(mail: Mail) -> Wait:
    who = mail.person.name if mail.person else mail.sender
    return Wait(
        key=f"letterbox.held:{mail.public_id}",
        say=_("Look at a letter from %(name)s that we could not place") % {"name": who},
        url=url("conversations:unplaced"),
        holds_up=HoldsUp.FAMILY,
        since=mail.at,
        icon="mail-question-mark",
    )
