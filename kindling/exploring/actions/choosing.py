"""What a school chooses about exploring, and its own questions for interviews."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.models import ExploringChoice, OwnQuestion
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer

LONGEST = 60


@transaction.atomic
def choose_exploring(*, needs_rehearsal: bool, answer_days: int, by: Viewer) -> ExploringChoice:
    """Whether a student must be ready before asking for a place, and the days to answer."""
    require(rules.may_change_choice(by))
    if not 1 <= answer_days <= LONGEST:
        raise ValidationError({"answer_days": _("Choose 1 to 60 days.")})
    facts = {"needs_rehearsal": needs_rehearsal, "answer_days": answer_days}
    kept, _made = ExploringChoice.objects.update_or_create(school=by.school, defaults=facts)
    record("exploring.choose", by.school, by=by, **facts)
    return kept


@transaction.atomic
def add_question(text: str, *, by: Viewer) -> OwnQuestion:
    """Offer a question for interviews. The same again is one."""
    require(rules.may_change_choice(by))
    text = " ".join(text.split())[:200]
    if not text:
        raise ValidationError({"text": _("Write the question.")})
    kept = OwnQuestion.objects.filter(school=by.school, text__iexact=text).first()
    if kept is None:
        kept = OwnQuestion.objects.create(school=by.school, text=text)
    elif kept.is_retired:
        OwnQuestion.objects.filter(pk=kept.pk).update(is_retired=False)
    record("interview_question.add", kept, by=by, text=text)
    return kept


@transaction.atomic
def retire_question(question: OwnQuestion, *, by: Viewer) -> None:
    """Offer it no more; interviews that asked it keep it."""
    require(rules.may_change_choice(by))
    OwnQuestion.objects.filter(pk=question.pk).update(is_retired=True)
    record("interview_question.retire", question, by=by, text=question.text)
