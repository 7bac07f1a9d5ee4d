"""What holds for a school's projects."""

from __future__ import annotations

from datetime import time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.projects import rules
from kindling.projects.models import ProjectChoice
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_projects(
    *, meets_from_weeks: int, meets_until_weeks: int, meets_at: time | None, needs_mentor: bool,
    by: Viewer,
) -> ProjectChoice:  # fmt: skip
    """Say when set-up meetings are, and whether a mentor's yes is wanted."""
    require(rules.may_keep_choice(by))
    if meets_until_weeks < meets_from_weeks:
        told = _("Choose a number that is not below the first.")
        raise ValidationError({"meets_until_weeks": told})
    facts = {
        "meets_from_weeks": meets_from_weeks, "meets_until_weeks": meets_until_weeks,
        "meets_at": meets_at, "needs_mentor": needs_mentor,
    }  # fmt: skip
    choice, _made = ProjectChoice.objects.update_or_create(school=by.school, defaults=facts)
    record("projects.choose", choice, by=by)
    return choice
