"""The review of a month: the student's word, then the teacher's. A written one never changes."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.ale import rules
from kindling.ale.models import AlePlace, MonthReview, StudentWord, month_of
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def say_word(place: AlePlace, text: str, *, by: Viewer) -> StudentWord:
    """What the student says about this month. It can change until the review is written."""
    require(rules.may_say(by, place))
    month_on = month_of(by.school.today())
    if _reviews(place, month_on).exists():
        raise Refused(_("This month is reviewed already. Say it to your teacher."))
    facts = {"text": text.strip()[:2000], "at": by.school.now()}
    if not facts["text"]:
        raise ValidationError({"text": _("Write a sentence or two.")})
    word, _new = StudentWord.objects.update_or_create(
        school=by.school, student=place.student, month_on=month_on, defaults=facts
    )
    record("ale.say", word, by=by)
    return word


@transaction.atomic
def write_review(
    place: AlePlace,
    month_on: date,
    *,
    progress: str,
    words: str,
    next_steps: str = "",
    by: Viewer,
) -> MonthReview:
    """Write a month's review, or another in its place: the earlier one stays and says so.

    next_steps: what changes, asked for where it is slower or elsewhere than the plan says.
    """
    require(rules.may_review(by, place))
    assert by.person is not None  # noqa: S101 (the teacher)
    month_on = month_of(month_on)
    _check(place, month_on, progress, next_steps, by)
    AlePlace.objects.select_for_update().get(pk=place.pk)  # two at once: one replaces the other
    earlier = _reviews(place, month_on).first()
    if earlier:
        MonthReview.objects.filter(pk=earlier.pk).update(is_replaced=True)
    said = StudentWord.objects.filter(student=place.student, month_on=month_on).first()
    made = MonthReview.objects.create(
        school=by.school, student=place.student, month_on=month_on, progress=progress,
        words=words.strip(), next_steps=next_steps.strip(), student_word=said.text if said else "",
        by=by.person, at=by.school.now(), replaces=earlier,
    )  # fmt: skip
    record("ale.review", made, by=by, month=str(month_on), replaces=bool(earlier))
    return made


def _check(place: AlePlace, month_on: date, progress: str, next_steps: str, by: Viewer) -> None:
    if month_on > by.school.today() or month_on < month_of(place.since_on):
        raise Refused(_("There is nothing to review in that month."))
    if progress != MonthReview.Progress.ON_WAY and not next_steps.strip():
        raise ValidationError({"next_steps": _("Say what changes from here.")})


def _reviews(place: AlePlace, month_on: date) -> QuerySet[MonthReview]:
    return MonthReview.objects.filter(student=place.student, month_on=month_on, is_replaced=False)
