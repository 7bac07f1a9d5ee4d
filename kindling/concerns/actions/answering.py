"""Who keeps a concern takes it, hands it on, answers; the family says what came of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.concerns import rules
from kindling.concerns.actions.letters import write_family, write_keeper
from kindling.concerns.actions.translating import translate_later
from kindling.concerns.models import FamilyConcern, Telling
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def give_concern(concern: FamilyConcern, keeper: Person, *, by: Viewer) -> None:
    """Take it, or let somebody else answer it. Never the one it is about, nor the child's family.

    Whoever kept it before reads it no more.
    """
    require(rules.may_keep(by, concern))
    if not rules.keepers(by, concern.student, concern.person).filter(pk=keeper.pk).exists():
        raise Refused(_("Choose somebody else: this person cannot answer this concern."))
    detail = {"keeper": keeper.public_id}
    take_step(concern, "assign", by=by, keeper=keeper, detail=detail)
    write_keeper(concern, "raised", by=by)
    translate_later(concern, keeper.language, by=by)


@transaction.atomic
def answer_concern(concern: FamilyConcern, text: str, *, language: str, by: Viewer) -> Telling:
    """Answer in words the family reads, in their language where a translator may be asked."""
    require(rules.may_keep(by, concern))
    if not text.strip():
        raise Refused(_("Write them a kind word. They read it."))
    take_step(concern, "answer", by=by, late_on=None)
    telling: Telling = Telling.objects.create(
        school=by.school, concern=concern, student=concern.student, person=concern.by,
        by_id=by.person_id or 0, at=by.school.now(), text=text.strip()[:4000], language=language,
    )  # fmt: skip
    record("telling.write", telling, by=by)
    write_family(concern, by=by)
    translate_later(telling, concern.by.language, by=by)
    return telling


@transaction.atomic
def show_concern(concern: FamilyConcern, *, shown: bool, by: Viewer) -> None:
    """Let the student read it with its answers, or no more: the family decides, or the keeper."""
    own = rules.own_concerns(by).filter(pk=concern.pk).exists()
    require(own or rules.may_keep(by, concern))
    FamilyConcern.objects.filter(pk=concern.pk).update(student_reads=shown)
    concern.student_reads = shown
    record("familyconcern.show", concern, by=by, shown=shown)


@transaction.atomic
def say_it_helped(concern: FamilyConcern, *, by: Viewer) -> None:
    """The family says that this is well."""
    require(rules.own_concerns(by).filter(pk=concern.pk).exists())
    take_step(concern, "help", by=by)


@transaction.atomic
def ask_to_talk(concern: FamilyConcern, *, wants: str, when: str = "", by: Viewer) -> None:
    """An answer was not enough: they ask for a call or a meeting. Once; it is open again."""
    require(rules.own_concerns(by).filter(pk=concern.pk).exists())
    if not concern.may_talk:
        raise Refused(_("You asked for that before. Call the school, or tell us something new."))
    take_step(
        concern, "talk", by=by, wants=wants, wants_when=when.strip()[:200],
        again_at=by.school.now(), due_on=rules.due_day(by.school), keeper=_who_answers(concern, by),
    )  # fmt: skip
    write_keeper(concern, "talk", by=by)


def _who_answers(concern: FamilyConcern, by: Viewer) -> Person:
    """The keeper, while they work here; else who would get it today."""
    free = rules.keepers(by, concern.student, concern.person)
    if free.filter(pk=concern.keeper_id).exists():
        return concern.keeper
    above = concern.to_principal
    found = rules.answers_for(by, concern.student, concern.person, above=above)
    return found[0] if found else concern.keeper
