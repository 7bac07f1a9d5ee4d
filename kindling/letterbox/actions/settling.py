"""Somebody of the school looks at what waits, and says what becomes of it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.letterbox import rules
from kindling.letterbox.along import Answered, addressee_of
from kindling.letterbox.models import Mail
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def put_in(mail: Mail, *, by: Viewer) -> None:
    """“It is theirs”: the words go into the conversation that was answered. Raises Refused.

    Files that came along were not kept.
    """
    require(rules.may_settle(by, mail))
    addressee = addressee_of(mail.reply_id) if mail.reply_id else None
    if addressee is None or not mail.text:
        raise Refused(_("There is no conversation for it. Write to them instead."))
    take_step(mail, "put_in", by=by, settled_by=by.person, settled_at=by.school.now())
    addressee.take(Answered(mail.text, [], mail.key))


def settle_placed(mail: Mail, person: Person, *, by: Viewer) -> None:
    """An app above has put its words where they belong; they stand there, and no more here."""
    require(rules.may_settle(by, mail))
    facts: dict[str, Any] = {"settled_by": by.person, "settled_at": by.school.now()}
    facts |= {"person": person, "text": ""}
    take_step(mail, "put_in", by=by, **facts)


@transaction.atomic
def set_aside(mail: Mail, *, by: Viewer) -> None:
    """Looked at; nothing comes of it here. Raises Refused when somebody was faster."""
    require(rules.may_settle(by, mail))
    take_step(mail, "set_aside", by=by, settled_by=by.person, settled_at=by.school.now())
