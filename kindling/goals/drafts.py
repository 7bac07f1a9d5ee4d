"""A draft is held while somebody writes into it; what is published is not written into at all."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.goals.models import Framework, Rubric
from kindling.kit.http import Refused


def locked(framework: Framework) -> Framework:
    """Hold a draft until the transaction ends. Raises Refused for what is published."""
    fresh: Framework = Framework.objects.select_for_update().get(pk=framework.pk)
    if not fresh.is_draft:
        raise Refused(
            _("Version %(number)s is published and stays as it is. Start a new version.")
            % {"number": fresh.number}
        )
    return fresh


def locked_rubric(rubric: Rubric) -> Rubric:
    """Hold a draft until the transaction ends. Raises Refused for what is published."""
    fresh: Rubric = Rubric.objects.select_for_update().get(pk=rubric.pk)
    if not fresh.is_draft:
        raise Refused(
            _("Version %(number)s is published and stays as it is. Start a new version.")
            % {"number": fresh.number}
        )
    return fresh
