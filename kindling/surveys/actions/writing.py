"""A survey is written while it is a draft; once families were told, its words stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.surveys import rules
from kindling.surveys.models import Survey, SurveyQuestion

MOST = 12


@transaction.atomic
def write_survey(*, by: Viewer, **facts: Any) -> Survey:
    """Begin a draft. facts: title, why, grades, advisories, needs_yes, opens_on, closes_on."""
    require(rules.may_write_surveys(by))
    made: Survey = Survey.objects.create(school=by.school, written_by=by.person, **facts)
    record("survey.write", made, by=by)
    return made


@transaction.atomic
def change_survey(survey: Survey, *, by: Viewer, **facts: Any) -> None:
    """Change whom a draft asks, when and why."""
    _check_draft(survey, by)
    for name, value in facts.items():
        setattr(survey, name, value)
    survey.save(update_fields=list(facts))
    record("survey.change", survey, by=by)


@transaction.atomic
def add_question(
    survey: Survey, *, text: str, choices: Sequence[str], topic: str = "", by: Viewer
) -> SurveyQuestion:
    """Add a question at the end of a draft; at most twelve. topic: one of the protected, or none."""
    _check_draft(survey, by)
    rows = SurveyQuestion.objects.filter(survey=survey)
    if rows.count() >= MOST:
        raise Refused(_("A survey has at most %(most)s questions.") % {"most": MOST})
    last = rows.aggregate(last=Max("position"))["last"] or 0
    made: SurveyQuestion = SurveyQuestion.objects.create(
        school=by.school, survey=survey, position=last + 1, text=text, choices=list(choices),
        topic=topic,
    )  # fmt: skip
    record("survey.add_question", survey, by=by, topic=topic)
    return made


@transaction.atomic
def remove_question(question: SurveyQuestion, *, by: Viewer) -> None:
    """Take a question out of a draft."""
    _check_draft(question.survey, by)
    question.delete()
    record("survey.remove_question", question.survey, by=by)


@transaction.atomic
def clear_question(question: SurveyQuestion, *, by: Viewer) -> None:
    """Say that a question asks nothing protected though its words sound like it. Kept with who said so."""
    _check_draft(question.survey, by)
    question.is_cleared = True
    question.save(update_fields=["is_cleared"])
    record("survey.clear_question", question.survey, by=by, text=question.text)


@transaction.atomic
def drop_survey(survey: Survey, *, by: Viewer) -> None:
    """Ask it no more, and show no sums of it."""
    require(rules.may_write_surveys(by))
    take_step(survey, "drop", by=by)


def _check_draft(survey: Survey, by: Viewer) -> None:
    require(rules.may_write_surveys(by) and survey.school_id == by.school.pk)
    Survey.objects.select_for_update().get(pk=survey.pk)
    survey.refresh_from_db(fields=["state"])
    if survey.state != Survey.State.DRAFT:
        raise Refused(_("Families have been told these words. Drop the survey and write another."))
