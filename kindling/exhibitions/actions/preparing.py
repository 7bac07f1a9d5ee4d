"""Before the date: points to tick off, rehearsals with warm and cool feedback, ready."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.models import Check, Exhibition, Feedback, Rehearsal
from kindling.exhibitions.readiness import missing_of
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

MOST = 8  # who listens to a rehearsal


@transaction.atomic
def check_line(exhibition: Exhibition, line: str, *, is_done: bool, by: Viewer) -> None:
    """Say that one of the school's own points is done, or not after all."""
    require(rules.may_prepare(by, exhibition))
    if line not in exhibition.kind.lines:
        raise Refused(_("The school changed this list. Look at it again."))
    _refuse_over(exhibition)
    rows = Check.objects.filter(exhibition=exhibition, line=line[:300])
    if is_done:
        now = by.school.now()
        Check.objects.get_or_create(
            exhibition=exhibition, line=line[:300],
            defaults={"school": by.school, "done_at": now, "by": by.person},
        )  # fmt: skip
    else:
        rows.delete()
    record("exhibition.check", exhibition, by=by, line=line[:300], is_done=is_done)


@transaction.atomic
def get_ready(exhibition: Exhibition, *, by: Viewer) -> None:
    """All is there. Refused with what is missing."""
    require(rules.may_prepare(by, exhibition))
    missing = missing_of(exhibition)
    if missing:
        told = {"what": missing[0].say}
        raise Refused(_("Not yet: %(what)s") % told)
    take_step(exhibition, "get_ready", by=by, state_since=by.school.now())


@transaction.atomic
def unready(exhibition: Exhibition, *, by: Viewer) -> None:
    """Something is missing after all."""
    require(rules.may_prepare(by, exhibition))
    take_step(exhibition, "unready", by=by, state_since=by.school.now())


@transaction.atomic
def plan_rehearsal(
    exhibition: Exhibition,
    *,
    on: date,
    people: Iterable[Person],
    place: str = "",
    question: str = "",
    by: Viewer,
) -> Rehearsal:
    """Practise in front of these. Each is asked for one warm and one cool word.

    people: fellow students of the advisory and staff (`rules.listeners`).
    """
    require(rules.may_prepare(by, exhibition))
    if not exhibition.is_ahead:
        raise Refused(_("This exhibition is over."))
    asked = _listening(exhibition, on, list(people), by)
    made = Rehearsal.objects.create(
        school=by.school, exhibition=exhibition, on=on, place=place.strip()[:120],
        question=question.strip()[:300],
    )  # fmt: skip
    Feedback.objects.bulk_create(
        Feedback(school=by.school, rehearsal=made, person=one) for one in asked
    )
    record("rehearsal.plan", made, by=by, on=on.isoformat(), asked=len(asked))
    _ask(made, asked, by)
    return made


def _listening(exhibition: Exhibition, on: date, asked: list[Person], by: Viewer) -> list[Person]:
    if on < by.school.today():
        raise ValidationError({"on": _("Choose today or a later day.")})
    allowed = {one.pk for one in rules.listeners(by, exhibition)}
    require(all(one.pk in allowed for one in asked))
    if not asked or len(asked) > MOST:
        raise ValidationError({"people": _("Choose one to eight people.")})
    return asked


def _ask(rehearsal: Rehearsal, asked: list[Person], by: Viewer) -> None:
    for one in asked:
        one.school = by.school
    with inside(by.school):
        url = rehearsal.get_absolute_url()
    exhibition = rehearsal.exhibition
    told = {
        "first": exhibition.student.first, "title": exhibition.label, "on": rehearsal.on,
        "place": rehearsal.place, "question": rehearsal.question,
    }  # fmt: skip
    notify_many(asked, "exhibitions/rehearsal", told, by=by, url=url)


@transaction.atomic
def say_feedback(feedback: Feedback, *, warm: str, cool: str, by: Viewer) -> None:
    """Say what was strong and what would make it stronger. Both are needed; it can be said anew."""
    require(rules.may_say(by, feedback))
    if feedback.rehearsal.on > by.school.today():
        raise Refused(_("This rehearsal is still to come."))
    warm, cool = warm.strip()[:2000], cool.strip()[:2000]
    if not warm:
        raise ValidationError({"warm": _("Say what was strong.")})
    if not cool:
        raise ValidationError({"cool": _("Say what would make it stronger.")})
    feedback.warm, feedback.cool, feedback.said_at = warm, cool, by.school.now()
    feedback.save(update_fields=["warm", "cool", "said_at"])
    record("feedback.say", feedback, by=by)


@transaction.atomic
def write_changes(rehearsal: Rehearsal, changes: str, *, by: Viewer) -> None:
    """What the student changes after it."""
    require(rules.is_own(by, rehearsal.exhibition.student))
    rehearsal.changes = changes.strip()[:2000]
    rehearsal.save(update_fields=["changes"])
    record("rehearsal.change", rehearsal, by=by)


def _refuse_over(exhibition: Exhibition) -> None:
    if not exhibition.is_ahead:
        raise Refused(_("This exhibition is over. Its list stays as it was."))
