"""What the school chose for its families."""

from __future__ import annotations

from django.db import transaction

from kindling.families import rules
from kindling.families.models import FamilyChoice
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_for_families(
    *, translates: bool, letter_weekday: int | None, answer_days: int = 5, by: Viewer
) -> FamilyChoice:
    """Say whether lines go to the translator, and on which day the letter leaves (Monday is 0),
    and how soon a concern is answered.
    """
    require(rules.may_choose(by))
    facts: dict[str, bool | int | None] = {
        "translates": translates,
        "letter_weekday": letter_weekday,
    }
    facts["answer_days"] = answer_days
    choice, _made = FamilyChoice.objects.update_or_create(school=by.school, defaults=facts)
    record("family_choice.set", choice, by=by, **facts)
    return choice
