"""Write a pack, ask it, end it. What was asked keeps its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.consents.protected import refuse_unlooked
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.questions import rules
from kindling.questions.models import Pack, Question
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

LONGEST = timedelta(days=366)
State, Kind = Pack.State, Question.Kind


@transaction.atomic
def make_pack(
    *,
    label: str,
    moment: str,
    starts_on: date,
    ends_on: date,
    grade: str = "",
    advisory: Advisory | None = None,
    is_shared: bool = True,
    by: Viewer,
) -> Pack:
    """Begin a pack as a draft. Raises ValidationError by field."""
    require(rules.may_edit(by))
    facts = {"label": label.strip()[:120], "moment": moment, "is_shared": is_shared}
    facts |= _audience(grade, advisory, by) | _span(starts_on, ends_on)
    pack: Pack = Pack.objects.create(school=by.school, **facts)
    record("pack.make", pack, by=by, label=pack.label)
    return pack


@transaction.atomic
def change_pack(
    pack: Pack,
    *,
    label: str,
    moment: str,
    starts_on: date,
    ends_on: date,
    grade: str = "",
    advisory: Advisory | None = None,
    is_shared: bool = True,
    by: Viewer,
) -> None:
    """Change a draft; of a pack that is asked only the name and the last day change."""
    require(rules.may_edit(by))
    facts: dict[str, Any] = {"label": label.strip()[:120]} | _span(starts_on, ends_on)
    if pack.state == State.ENDED:
        raise Refused(_("This has ended. Make a new one instead."))
    if pack.state == State.LIVE:
        facts.pop("starts_on")
    else:
        facts |= {"moment": moment, "is_shared": is_shared} | _audience(grade, advisory, by)
    Pack.objects.filter(pk=pack.pk).update(**facts)
    for name, value in facts.items():
        setattr(pack, name, value)
    _mark_school(by.school)
    record("pack.change", pack, by=by, ends_on=str(ends_on))


@transaction.atomic
def publish_pack(pack: Pack, *, by: Viewer) -> None:
    """Ask it from its first day on. Refused while it has no question, or its days are over."""
    require(rules.may_edit(by))
    if not rules.questions_of(pack).exists():
        raise Refused(_("Write a question first."))
    if pack.ends_on < by.school.today():
        raise Refused(_("Its last day is over. Choose a later one first."))
    take_step(pack, "publish", by=by)
    _mark_school(by.school)


@transaction.atomic
def end_pack(pack: Pack, *, by: Viewer) -> None:
    """Ask it no more from now on. The answers stay."""
    require(rules.may_edit(by))
    take_step(pack, "end", by=by)
    _mark_school(by.school)


@transaction.atomic
def add_question(pack: Pack, *, by: Viewer, looked: bool = False, **asked: Any) -> Question:
    """Write one question more, as of `_asked`; at most three, so that a tap stays a tap.

    looked: somebody says that its words, which sound protected, ask for nothing of it.
    """
    require(rules.may_edit(by))
    Pack.objects.select_for_update().get(pk=pack.pk)  # or two at once make four
    if pack.state == State.ENDED:
        raise Refused(_("This has ended. Make a new one instead."))
    if rules.questions_of(pack).count() >= rules.MOST:
        raise Refused(_("Three questions are enough for one tap. Take one away first."))
    last = Question.objects.filter(pack=pack).aggregate(last=Max("position"))["last"] or 0
    facts = _asked(**asked)
    sounds = _looked_at(facts, looked=looked)
    question = _write(pack, last + 1, facts, by)
    record("question.add", question, by=by, pack=pack.public_id, sounds=sounds)
    return question


@transaction.atomic
def change_question(
    question: Question, *, by: Viewer, looked: bool = False, **asked: Any
) -> Question:
    """Ask it in other words. What was asked before keeps its words: a new row takes its place."""
    require(rules.may_edit(by))
    facts = _asked(**asked)
    sounds = _looked_at(facts, looked=looked)
    retire_question(question, by=by)
    fresh = _write(question.pack, question.position, facts, by)
    record("question.change", fresh, by=by, was=question.public_id, sounds=sounds)
    return fresh


@transaction.atomic
def retire_question(question: Question, *, by: Viewer) -> None:
    """Ask it no more. Its answers stay."""
    require(rules.may_edit(by))
    if question.pack.state == State.ENDED:
        raise Refused(_("This has ended. Make a new one instead."))
    rows = Question.objects.filter(pk=question.pk, retired_at__isnull=True)
    if not rows.update(retired_at=by.school.now()):
        raise Refused(_("Somebody has changed this question already. Look again."))
    record("question.retire", question, by=by)


def _write(pack: Pack, position: int, facts: dict[str, Any], by: Viewer) -> Question:
    made: Question = Question.objects.create(
        school=by.school, pack=pack, position=position, **facts
    )
    return made


def _asked(
    *, kind: str, for_student: str = "", for_mentor: str = "", options: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what is asked, cleaned. Raises ValidationError by field."""
    student, mentor = for_student.strip()[:200], for_mentor.strip()[:200]
    if not student and not mentor:
        raise ValidationError({"for_student": _("Ask the student, the mentor, or both.")})
    chosen = list(dict.fromkeys(text.strip()[:80] for text in options if text.strip()))
    if kind == Kind.CHOICE and not 2 <= len(chosen) <= 8:  # noqa: PLR2004
        raise ValidationError({"options": _("Write two to eight answers, each on its own line.")})
    texts = {"for_student": student, "for_mentor": mentor}
    return {"kind": kind, **texts, "options": chosen if kind == Kind.CHOICE else []}


def _looked_at(facts: dict[str, Any], *, looked: bool) -> list[str]:
    """What a student is asked, and what they may choose. A mentor is no child."""
    texts = [facts["for_student"], *facts["options"]] if facts["for_student"] else []
    return refuse_unlooked(texts, looked=looked)


def _span(starts_on: date, ends_on: date) -> dict[str, date]:
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("The last day must not come before the first day.")})
    if ends_on - starts_on > LONGEST:
        raise ValidationError({"ends_on": _("Choose a last day within a year.")})
    return {"starts_on": starts_on, "ends_on": ends_on}


def _audience(grade: str, advisory: Advisory | None, by: Viewer) -> dict[str, Any]:
    require(advisory is None or advisory.school_id == by.school.pk)
    if grade and advisory is not None:
        raise ValidationError({"grade": _("Choose a grade or an advisory, not both.")})
    return {"grade": grade.strip()[:10], "advisory": advisory}


def _mark_school(school: School) -> None:
    """Keep on the school until when something is asked, so that pages know without asking."""
    live = Pack.objects.filter(school=school, state=State.LIVE)
    until = live.aggregate(last=Max("ends_on"))["last"]
    School.objects.filter(pk=school.pk).update(questions_until=until)
    school.questions_until = until
