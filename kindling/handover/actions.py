"""A hand-over begins; each letter is written, shown, agreed to and only then handed over."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.handover import rules
from kindling.handover.models import Handover, Letter, Version, Word
from kindling.history.steps import record, take_step
from kindling.kit.editing import Clash
from kindling.kit.editing import save_field as set_text
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def start_handover(
    advisory: Advisory, leaving: Person, *, last_on: date, by: Viewer, next: Person | None = None
) -> Handover:
    """Begin: an empty letter for each student who sits in the group. A double tap makes one."""
    require(rules.may_start(by, advisory, leaving))
    require(next is None or rules.next_people(by).filter(pk=next.pk).exists())
    _not_to_oneself(leaving, next)
    handover, made = Handover.objects.get_or_create(
        advisory=advisory, leaving=leaving, last_on=last_on,
        defaults={"school": by.school, "next": next, "by": by.person},
    )  # fmt: skip
    if made:
        record("handover.start", handover, by=by, leaving=leaving.public_id)
    add_letters(handover, by=by)
    return handover


def _not_to_oneself(leaving: Person, next: Person | None) -> None:
    if next is not None and next.pk == leaving.pk:
        raise Refused(_("Choose somebody else: who leaves cannot take over."))


@transaction.atomic
def add_letters(handover: Handover, *, by: Viewer) -> int:
    """An empty letter for who sits in the group and has none; return how many."""
    require(rules.visible_handovers(by).filter(pk=handover.pk).exists())
    found: list[Student] = list(rules.without_letter(by, handover))
    Letter.objects.bulk_create(
        [Letter(school=by.school, handover=handover, student=student) for student in found],
        ignore_conflicts=True,
    )
    record("handover.add_letters", handover, by=by, count=len(found))
    return len(found)


@transaction.atomic
def name_next(handover: Handover, person: Person, *, by: Viewer) -> None:
    """Say who takes over. What students have agreed to goes to them at once."""
    require(rules.visible_handovers(by).filter(pk=handover.pk).exists())
    require(rules.next_people(by).filter(pk=person.pk).exists())
    _not_to_oneself(handover.leaving, person)
    was, handover.next = handover.next, person
    handover.save(update_fields=["next"])
    told = {"was": was.public_id if was else "", "now": person.public_id}
    record("handover.name_next", handover, by=by, **told)
    agreed = Letter.objects.filter(handover=handover, state=Letter.State.AGREED)
    for letter in agreed.select_related("student__person"):
        letter.handover = handover
        _give(letter, person, by)


def save_text(letter: Letter, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Write one part of the draft; a Clash when somebody was faster. Nothing is lost."""
    require(rules.may_write(by, letter) and field in Letter.FIELDS)
    if letter.state not in Letter.OPEN:
        raise Refused(_("It was shown already. Wait until the student asks for a change."))
    with transaction.atomic():
        clash = set_text(letter, field, text, base=base)
        if clash is None:
            record("letter.write", letter, by=by, field=field)
    return clash


@transaction.atomic
def show_letter(letter: Letter, *, by: Viewer) -> Version:
    """Show it to the student first. What is shown is kept as a version."""
    require(rules.may_write(by, letter))
    fresh = Letter.objects.select_for_update().get(pk=letter.pk)
    words = {field: getattr(fresh, field).strip() for field in Letter.FIELDS}
    if not any(words.values()):
        raise Refused(_("Write something first. One sentence is enough."))
    take_step(letter, "show", by=by)
    last = Version.objects.filter(letter=letter).aggregate(last=Max("number"))["last"] or 0
    version: Version = Version.objects.create(
        school=by.school, letter=letter, number=last + 1, words=words, by=by.person,
        at=by.school.now(),
    )  # fmt: skip
    with inside(by.school):
        url = letter.get_absolute_url()
    context = {"letter": letter, "leaving": letter.handover.leaving}
    notify(letter.student.person, "handover/shown", context, by=by, url=url)
    return version


@transaction.atomic
def ask_for_change(letter: Letter, *, text: str, by: Viewer) -> None:
    """The student asks for something to be put right. It is not handed over meanwhile."""
    require(rules.is_about(by, letter))
    take_step(letter, "ask", by=by)
    _say(letter, Word.Kind.ASK, text, by)
    with inside(by.school):
        url = letter.get_absolute_url()
    notify_many(rules.writers_of(letter), "handover/asked", {"letter": letter}, by=by, url=url)


@transaction.atomic
def agree_to_letter(letter: Letter, *, own_words: str = "", by: Viewer) -> None:
    """The student has read it and may add words of their own. Then it goes to the next advisor."""
    require(rules.is_about(by, letter))
    take_step(letter, "agree", by=by)
    if own_words.strip():
        _say(letter, Word.Kind.OWN, own_words, by)
    if letter.handover.next is not None:
        _give(letter, letter.handover.next, by)


def _say(letter: Letter, kind: str, text: str, by: Viewer) -> None:
    last = Version.objects.filter(letter=letter).aggregate(last=Max("number"))["last"] or 0
    facts = {"letter": letter, "version": last, "kind": kind, "text": text.strip()}
    Word.objects.create(school=by.school, at=by.school.now(), **facts)
    record("letter.say", letter, by=by, kind=kind)  # that, not what


def _give(letter: Letter, taker: Person, by: Viewer) -> None:
    """Hand it over, at once and once: the student has agreed, and somebody takes over."""
    take_step(letter, "give", by=by, given_to=taker, given_at=by.school.now())
    with inside(by.school):
        url = letter.get_absolute_url()
    notify(taker, "handover/given", {"letter": letter}, by=by, url=url)


@transaction.atomic
def take_letter(letter: Letter, *, by: Viewer) -> None:
    """The next advisor has read it. A second tap changes nothing."""
    require(rules.may_take(by, letter))
    rows = Letter.objects.filter(pk=letter.pk, state=Letter.State.GIVEN, taken_at=None)
    if rows.update(taken_at=by.school.now()):
        record("letter.take", letter, by=by)
