"""Families decide; students answer. An answer moves sums and leaves nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.surveys import rules
from kindling.surveys.models import FamilyAnswer, Invitation, Survey, SurveySum


@transaction.atomic
def decide_survey(invitation: Invitation, *, yes: bool, by: Viewer) -> None:
    """Say whether a child takes part; one's last word counts, and a no of one more than all yeses."""
    require(rules.may_decide_survey(by, invitation))
    Invitation.objects.select_for_update().get(pk=invitation.pk)
    FamilyAnswer.objects.update_or_create(
        invitation=invitation, person=by.person,
        defaults={"school": by.school, "is_yes": yes, "at": by.school.now()},
    )  # fmt: skip
    said = set(FamilyAnswer.objects.filter(invitation=invitation).values_list("is_yes", flat=True))
    invitation.says = Invitation.Says.NO if False in said else Invitation.Says.YES
    invitation.save(update_fields=["says"])
    record("survey.decide", invitation, by=by)  # not what: that is the family's


@transaction.atomic
def answer_survey(invitation: Invitation, chosen: Mapping[int, int], *, by: Viewer) -> None:
    """Count a student's answers, once. chosen: question's key → place of the choice; a question may be left out.

    Kindling's own clock stands in the history, not the student: who answered is nobody's business.
    """
    require(rules.invitations_to_take(by).filter(pk=invitation.pk).exists())
    todo = Invitation.objects.filter(pk=invitation.pk, is_done=False)
    if not todo.update(is_done=True):
        raise Refused(_("You have answered this already."))
    for question, choice in sorted(chosen.items()):
        sums = SurveySum.objects.filter(question=question, question__survey=invitation.survey_id)
        if not sums.filter(choice=choice).update(count=F("count") + 1):
            raise Refused(_("This is no choice of the survey. Open it again."))
    Survey.objects.filter(pk=invitation.survey_id).update(answers=F("answers") + 1)
    record("survey.answer", invitation.survey, by=Viewer.system(by.school))
