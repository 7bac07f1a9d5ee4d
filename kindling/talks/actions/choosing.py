"""How a school talks: how often, what counts, and who reads private notes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.counting import count_talks
from kindling.talks.models import LastTalk, NoteReader, TalkChoice
from kindling.talks.rules import advises


@transaction.atomic
def choose_talks(*, by: Viewer, **facts: Any) -> TalkChoice:
    """Set the school's rhythm. `facts` are TalkChoice's own fields, and `family_reads`.

    Days that are due already stay; the next talk of each student follows the new rhythm. Families
    read talks that are held from now on: before, nobody knew while they wrote.
    """
    require(rules.may_choose(by))
    said = dict(facts)
    if "family_reads" in said:
        since = rules.choice_of(by).family_reads_since or by.school.now()
        said["family_reads_since"] = since if said.pop("family_reads") else None
    choice, _made = TalkChoice.objects.update_or_create(school=by.school, defaults=said)
    record("talks.choose", by.school, by=by, **facts)
    return choice


@transaction.atomic
def choose_rhythm(student: Student, every_days: int | None, *, by: Viewer) -> None:
    """Talk more or less often with this one; None for the school's own rhythm."""
    require(advises(by, student))
    count_talks(student, by=by)
    LastTalk.objects.filter(student=student).update(every_days=every_days)
    count_talks(student, by=by)
    record("student.talk_rhythm", student, by=by, every_days=every_days)


@transaction.atomic
def name_note_reader(
    person: Person, *, why: str, until_on: date | None = None, by: Viewer
) -> NoteReader:
    """Let an adult of the school read private notes of the students they see, with a reason."""
    require(rules.may_choose(by))
    if by.person is None:
        raise PermissionDenied
    if not rules.staff_today(by).filter(pk=person.pk).exists():
        raise Refused(_("Only somebody who works at the school can read private notes."))
    if rules.current_readers(by).filter(person=person).exists():
        raise Refused(_("%(name)s reads them already.") % {"name": person.name})
    reader: NoteReader = NoteReader.objects.create(
        school=by.school, person=person, given_by=by.person, why=why.strip()[:300],
        since_on=by.school.today(), until_on=until_on,
    )  # fmt: skip
    record("note_reader.name", reader, by=by, person=person.public_id)
    return reader


@transaction.atomic
def end_note_reader(reader: NoteReader, *, by: Viewer) -> None:
    """They read none from now on."""
    require(rules.may_choose(by))
    today = by.school.today()
    rows = NoteReader.objects.filter(pk=reader.pk)
    rows.filter(since_on__gte=today).delete()
    rows.update(until_on=today - timedelta(days=1))
    record("note_reader.end", reader, by=by, person=reader.person.public_id)
