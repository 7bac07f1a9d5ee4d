"""Mark, open for the talk, settle each difference, record, answer. A mark is never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.goals.models import Level
from kindling.history.steps import record, take_step
from kindling.judgements.models import Opinion
from kindling.kit.http import Refused, require
from kindling.moderation import rules
from kindling.moderation.models import Marking, Present, Sampled, Sitting
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

State = Sitting.State
Outcome = Sampled.Outcome


@transaction.atomic
def mark_sampled(
    sampled: Sampled, level: Level, *, comment: str, sure: str = Opinion.Sure.FAIRLY, by: Viewer
) -> None:
    """Say how far it is without having read what others said. Once said it stays."""
    require(rules.may_mark(by, sampled))
    sitting = _hold(sampled.sitting)
    if sitting.state != State.MARKING:
        raise Refused(_("This sitting is open already. A mark counts only while it is blind."))
    if level.scale_id != sampled.first.scale_id:
        raise Refused(_("This level belongs to another version. Choose again."))
    mine = Marking.objects.filter(sampled=sampled, by=by.person, level=None)
    if not mine.update(level=level, comment=comment, sure=sure, at=by.school.now()):
        raise Refused(_("You marked this one already. What you said then counts."))
    record("sampled.mark", sampled, by=by)


@transaction.atomic
def open_sitting(sitting: Sitting, *, anyway: bool = False, by: Viewer) -> None:
    """Show everybody all marks. Refused by name while some are missing, unless `anyway`."""
    require(rules.may_record(by, sitting))
    _hold(sitting)
    missing = Person.objects.filter(
        pk__in=Marking.objects.filter(sampled__sitting=sitting, level=None).values("by")
    ).order_by("sort_name")
    names = ", ".join(one.name for one in missing)
    if names and not anyway:
        told = _("Not all have marked: %(names)s. Wait for them, or open it without their marks.")
        raise Refused(told % {"names": names})
    if not Marking.objects.filter(sampled__sitting=sitting, level__isnull=False).exists():
        raise Refused(_("Nobody has marked anything yet. There is nothing to talk about."))
    take_step(sitting, "open", by=by, opened_at=by.school.now(), detail={"missing": names})


@transaction.atomic
def settle_sampled(sampled: Sampled, outcome: str, *, note: str, by: Viewer) -> None:
    """Say after the talk whether the level stands, and why."""
    require(rules.may_settle(by, sampled))
    sitting = _hold(sampled.sitting)
    if sitting.state != State.TALKING:
        raise Refused(
            _("This is settled while you talk about it: after the marks, before the record.")
        )
    if not note.strip():
        raise Refused(_("Write down in a sentence what you talked about."))
    sampled.outcome, sampled.note, sampled.noted_by = outcome, note, by.person
    sampled.save(update_fields=["outcome", "note", "noted_by"])
    record("sampled.settle", sampled, by=by, outcome=outcome)


@transaction.atomic
def record_sitting(
    sitting: Sitting, *, held_on: date, present: Sequence[Person], words: str, by: Viewer
) -> None:
    """Write who was there and what was learned. Refused while two levels apart are not settled."""
    require(rules.may_record(by, sitting))
    _hold(sitting)
    if held_on > by.school.today():
        raise Refused(_("Write the record once you have met."))
    far = ", ".join(str(number) for number in _far(sitting))
    if far:
        told = _(
            "Two levels or more lie between the marks of number %(numbers)s. Settle that first."
        )
        raise Refused(told % {"numbers": far})
    take_step(
        sitting, "record", by=by, held_on=held_on, record=words, recorded_at=by.school.now()
    )  # fmt: skip
    Present.objects.bulk_create(
        Present(school=sitting.school, sitting=sitting, person=one) for one in present
    )


def _far(sitting: Sitting) -> list[int]:
    """Numbers of those whose marks lie two levels apart and of which nothing is written."""
    rows = Marking.objects.filter(
        sampled__sitting=sitting, sampled__outcome="", level__isnull=False
    )
    found = rows.values_list("sampled__number", "sampled__first__position", "level__position")
    return sorted({number for number, first, second in found if abs(first - second) > 1})


@transaction.atomic
def answer_sampled(sampled: Sampled, words: str, *, by: Viewer) -> None:
    """Say what came of judging it again."""
    require(rules.may_answer(by, sampled))
    if sampled.sitting.state != State.RECORDED or sampled.outcome != Outcome.AGAIN:
        raise Refused(_("Nobody asked to judge this one again."))
    if not words.strip():
        raise Refused(_("Say in a sentence what came of it."))
    open_ = Sampled.objects.filter(pk=sampled.pk, answered_at=None)
    if not open_.update(answer=words, answered_at=by.school.now()):
        raise Refused(_("This was answered already."))
    record("sampled.answer", sampled, by=by)


def _hold(sitting: Sitting) -> Sitting:
    """Nobody opens it while somebody marks."""
    found: Sitting = Sitting.objects.select_for_update().get(pk=sitting.pk)
    sitting.state = found.state
    return found
