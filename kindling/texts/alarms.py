"""Somebody whom the ladder told says: I have it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from kindling.kit.http import Refused
from kindling.ladder.actions import take_alarm
from kindling.ladder.models import Alarm
from kindling.ladder.rules import TAKE_ALARMS, visible_alarms
from kindling.passes.models import Pass
from kindling.schools.viewer import Viewer
from kindling.texts import replies
from kindling.texts.asking import which_one
from kindling.texts.callers import Answer, Caller, Told, chosen
from kindling.texts.models import Text

Outcome = Text.Outcome


@dataclass(frozen=True)
class Waiting:
    """An alarm that this caller was told of, and the link that named it."""

    caller: Caller
    bearer: Viewer
    alarm: Alarm
    link_id: str


def taking(told: Told) -> Answer:
    """Take the alarm; of several, the one that is named."""
    waiting = {one.alarm.student.person_id: one for one in alarms_of(told)}
    if not waiting:
        return Answer(replies.no_alarm(), Outcome.REFUSED, told.callers[0])
    meant, others = chosen(told, [one.alarm.student.person for one in waiting.values()])
    if others:
        return Answer(replies.not_understood(), Outcome.HELPED, told.callers[0])
    if len(meant) > 1:
        return which_one(meant[:9])
    one = waiting[meant[0].pk]
    with one.caller.reads():
        return _taken(one)


def alarms_of(told: Told) -> list[Waiting]:
    """Return the live alarms of which these callers were told by a link that works, oldest first."""
    found = []
    for caller in told.callers:
        links = Pass.objects.filter(bearer=caller.person, purpose=TAKE_ALARMS, revoked_at=None)
        held = list(links.filter(expires_at__gt=timezone.now()).order_by("pk"))
        named = {public_id: one.public_id for one in held for public_id in one.subjects}
        bearer = Viewer(
            caller.person, caller.viewer.school, frozenset(), TAKE_ALARMS, frozenset(named)
        )
        live = visible_alarms(bearer).filter(state__in=Alarm.LIVE).order_by("due_at", "pk")
        found += [Waiting(caller, bearer, one, named[one.public_id]) for one in live]
    return found


def _taken(one: Waiting) -> Answer:
    about = one.alarm.student.person
    try:
        with transaction.atomic():
            take_alarm(one.alarm, by=one.bearer)
    except Refused as no:
        return Answer(str(no), Outcome.REFUSED, one.caller, about)
    reply = replies.you_have_it(one.alarm)
    return Answer(reply, Outcome.DONE, one.caller, about, link_id=one.link_id)
