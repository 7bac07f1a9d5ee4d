"""Talks for the tests of talks."""

from __future__ import annotations

from datetime import date

from kindling.kit.editing import stamp_of
from kindling.talks import actions
from kindling.talks.models import Talk


def held(cast, student, *, on: date | None = None, minutes: int = 15, note: str = "") -> Talk:
    """A talk of Ana's with this student."""
    ana = cast.as_("ana")
    talk = actions.next_talk(student, by=ana)
    if note:
        actions.write_field(talk, "notes", note, base=stamp_of(""), by=ana)
    actions.hold_talk(talk, minutes=minutes, on=on, by=ana)
    return Talk.objects.select_related("student__person").get(pk=talk.pk)
