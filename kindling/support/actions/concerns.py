"""A concern: strengths first, the student's own voice, who does what by when."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.support import rules
from kindling.support.models import Concern, ConcernReader, ConcernReading, ConcernWord

Kind = ConcernWord.Kind


@transaction.atomic
def open_concern(
    student: Student, *, strengths: str, text: str, owner: Person, look_on: date, voice: str = "",
    by: Viewer,
) -> Concern:  # fmt: skip
    """Write down what is strong, what is difficult, who carries it and when they look again."""
    require(rules.students_to_support(by).filter(pk=student.pk).exists())
    require(rules.staff_today(by).filter(pk=owner.pk).exists())
    _check_ahead("look_on", look_on, by)
    facts = {"strengths": strengths, "text": text, "owner": owner, "look_on": look_on}
    concern: Concern = Concern.objects.create(
        school=by.school, student=student, by=by.person, **facts
    )
    record("concern.open", concern, by=by, owner=owner.public_id, look_on=str(look_on))
    if voice.strip():
        _say(concern, Kind.VOICE, voice, by)
    return concern


@transaction.atomic
def open_concern_page(concern: Concern, *, by: Viewer) -> None:
    """Write down that somebody of the school opened it."""
    require(rules.visible_concerns(by).filter(pk=concern.pk).exists())
    if by.person_id == concern.student.person_id:
        return
    now, reader = by.school.now(), by.person_id or 0
    ConcernReading.objects.create(school=by.school, concern=concern, person_id=reader, at=now)
    record("concern.read", concern, by=by)


@transaction.atomic
def take_concern(concern: Concern, *, by: Viewer) -> None:
    """Somebody has it in hand."""
    require(rules.may_carry(by, concern))
    take_step(concern, "take", by=by)


@transaction.atomic
def add_voice(concern: Concern, text: str, *, by: Viewer) -> None:
    """What the student says, in their own words: written by them, or by whoever asked them."""
    own = by.person_id == concern.student.person_id
    require(rules.visible_concerns(by).filter(pk=concern.pk).exists())
    require(own or rules.may_carry(by, concern))
    word = _say(concern, Kind.VOICE, text, by)
    record("concern.voice", concern, by=by, word=word.public_id)


@transaction.atomic
def add_action(
    concern: Concern, text: str, *, owner: Person, due_on: date, by: Viewer
) -> ConcernWord:
    """Somebody does something until a day; they read the concern from now on. It is in hand."""
    require(rules.may_carry(by, concern))
    require(rules.staff_today(by).filter(pk=owner.pk).exists())
    _check_ahead("due_on", due_on, by)
    word = _say(concern, Kind.ACTION, text, by, owner=owner, due_on=due_on)
    record("concern.act", concern, by=by, word=word.public_id, owner=owner.public_id)
    if concern.state == Concern.State.OPEN:
        take_step(concern, "take", by=by)
    return word


@transaction.atomic
def do_action(word: ConcernWord, *, by: Viewer) -> None:
    """It is done. Twice is once."""
    require(rules.may_carry(by, word.concern))
    rows = ConcernWord.objects.filter(pk=word.pk, kind=Kind.ACTION, done_at__isnull=True)
    if rows.update(done_at=by.school.now(), done_by=by.person):
        record("concern.do_action", word.concern, by=by, word=word.public_id)


@transaction.atomic
def look_again(concern: Concern, text: str, *, look_on: date, by: Viewer) -> None:
    """Say how it is now, and when somebody looks again."""
    require(rules.may_carry(by, concern))
    _check_ahead("look_on", look_on, by)
    word = _say(concern, Kind.LOOK, text, by)
    record("concern.look", concern, by=by, word=word.public_id, look_on=str(look_on))
    Concern.objects.filter(pk=concern.pk).update(look_on=look_on)
    concern.look_on = look_on


@transaction.atomic
def hand_on(concern: Concern, owner: Person, *, by: Viewer) -> None:
    """Somebody else carries it from now on; whoever did before still reads it."""
    require(rules.may_lead(by, concern))
    require(rules.staff_today(by).filter(pk=owner.pk).exists())
    was = concern.owner
    if was.pk == owner.pk:
        return
    _put_reader(concern, was, by)
    Concern.objects.filter(pk=concern.pk).update(owner=owner)
    concern.owner = owner
    told = {"was": was.public_id, "now": owner.public_id}
    record("concern.hand_on", concern, by=by, **told)


@transaction.atomic
def show_student(concern: Concern, *, shown: bool, by: Viewer) -> None:
    """Let the student read it and write in it, or no more."""
    require(rules.may_lead(by, concern))
    Concern.objects.filter(pk=concern.pk).update(student_reads=shown)
    concern.student_reads = shown
    record("concern.show_student", concern, by=by, shown=shown)


@transaction.atomic
def add_concern_reader(concern: Concern, person: Person, *, by: Viewer) -> None:
    """Let one more adult of the school read it."""
    require(rules.may_lead(by, concern))
    require(rules.staff_today(by).filter(pk=person.pk).exists())
    _put_reader(concern, person, by)
    record("concern.add_reader", concern, by=by, person=person.public_id)


@transaction.atomic
def end_concern_reader(concern: Concern, person: Person, *, by: Viewer) -> None:
    """From now on they do not read it."""
    require(rules.may_lead(by, concern))
    rows = ConcernReader.objects.filter(concern=concern, person=person, until_at__isnull=True)
    if rows.update(until_at=by.school.now()):
        record("concern.end_reader", concern, by=by, person=person.public_id)


@transaction.atomic
def close_concern(concern: Concern, text: str, *, by: Viewer) -> None:
    """Say how it ended. Refused while somebody still has something to do."""
    require(rules.may_lead(by, concern))
    left = ConcernWord.objects.filter(concern=concern, kind=Kind.ACTION, done_at__isnull=True)
    if left.exists():
        raise Refused(_("Something is still to be done here. Do it first, or say it is done."))
    _say(concern, Kind.END, text, by)
    take_step(concern, "close", by=by)


@transaction.atomic
def reopen_concern(concern: Concern, *, look_on: date | None = None, by: Viewer) -> None:
    """It is not over."""
    require(rules.may_lead(by, concern))
    changes: dict[str, Any] = {"look_on": look_on or by.school.today()}
    take_step(concern, "reopen", by=by, **changes)


def _say(concern: Concern, kind: str, text: str, by: Viewer, **facts: Any) -> ConcernWord:
    if not concern.is_open:
        raise Refused(_("This is closed. Open it again before you write."))
    if not text.strip():
        raise ValidationError({"text": _("Write a sentence.")})
    word: ConcernWord = ConcernWord.objects.create(
        school=by.school, concern=concern, kind=kind, text=text.strip()[:2000], by=by.person,
        at=by.school.now(), **facts,
    )  # fmt: skip
    return word


def _put_reader(concern: Concern, person: Person, by: Viewer) -> None:
    Concern.objects.select_for_update().get(pk=concern.pk)
    rows = ConcernReader.objects.filter(concern=concern, person=person, until_at__isnull=True)
    if not rows.exists():
        facts = {"added_by": by.person, "since_at": by.school.now()}
        ConcernReader.objects.create(school=by.school, concern=concern, person=person, **facts)


def _check_ahead(name: str, day: date, by: Viewer) -> None:
    if day < by.school.today():
        raise ValidationError({name: _("Choose today or a later day.")})
