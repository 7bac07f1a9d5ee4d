"""Before and during a talk: what each wants to say, and the notes both write."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_writing
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.counting import count_talks
from kindling.talks.models import Talk


@transaction.atomic
def next_talk(student: Student, *, by: Viewer) -> Talk:
    """Return the talk that comes next; the first who asks for it makes it."""
    require(rules.may_prepare(by, student))
    found = Talk.objects.filter(student=student, state=Talk.State.DUE).first()
    if found is not None:
        return found
    line = rules.last_talk_of(student)
    due_on = line.due_on if line else by.school.today()
    talk, made = Talk.objects.get_or_create(
        student=student, state=Talk.State.DUE, defaults={"school": by.school, "due_on": due_on}
    )
    if made:
        record("talk.prepare", talk, by=by)
    return talk


@transaction.atomic
def write_field(talk: Talk, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save one note as it stands now; a Clash with both texts when it changed since `base`.

    A note written after a talk can make it a real one. Raises Refused once it is over.
    """
    require(field in Talk.FIELDS and rules.may_write(by, talk, field))
    was = getattr(talk, field)
    if talk.state == Talk.State.CLOSED or (talk.is_over and field not in Talk.NOTES):
        raise Refused(_("This talk is over. Write it into the next one."))
    clash = save_field(talk, field, text, base=base)
    if clash is not None or getattr(talk, field) == was:
        return clash
    record_writing("talk.write", talk, by=by, field=field)
    if talk.is_over and not talk.is_real and talk.has_note:
        Talk.objects.filter(pk=talk.pk).update(is_real=True)
        talk.is_real = True
        count_talks(talk.student, by=by)
    return None


@transaction.atomic
def mark_between_us(talk: Talk, field: str, *, on: bool, by: Viewer) -> None:
    """Keep one of the notes from the family, where families read along; or let them read it."""
    require(field in Talk.FIELDS and rules.may_write(by, talk, field))
    fresh = Talk.objects.select_for_update().get(pk=talk.pk)
    kept = [name for name in Talk.FIELDS if name in {*fresh.between_us, field}]
    if not on:
        kept.remove(field)
    Talk.objects.filter(pk=talk.pk).update(between_us=kept)
    talk.between_us = kept
    record("talk.between_us", talk, by=by, field=field, on=on)
