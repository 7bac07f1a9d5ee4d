"""Put something aside until a day, and take it back. The only writes of the inbox."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.inbox import rules
from kindling.inbox.models import Aside
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

LONGEST = timedelta(days=90)


@transaction.atomic
def put_aside(key: str, *, until_on: date, by: Viewer) -> Aside:
    """Do not show me this before that day. Said again, the new day holds."""
    require(rules.has_inbox(by))
    if not rules.may_put_aside(by, key):
        raise Refused(_("This is about somebody’s safety. It stays on top."))
    today = by.school.today()
    if not today < until_on <= today + LONGEST:
        raise ValidationError({"until_on": _("Choose a day after today, at most 90 days ahead.")})
    aside, _made = Aside.objects.update_or_create(
        person=by.person, key=key[:120],
        defaults={"until_on": until_on}, create_defaults={"until_on": until_on, "school": by.school},
    )  # fmt: skip
    record("inbox.put_aside", aside, by=by, key=key, until_on=str(until_on))
    return aside


@transaction.atomic
def take_back(key: str, *, by: Viewer) -> None:
    """Show it again now."""
    require(rules.has_inbox(by))
    for aside in rules.visible_asides(by).filter(key=key):
        record("inbox.take_back", aside, by=by, key=key)
        aside.delete()
