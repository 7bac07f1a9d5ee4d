"""A narrative, locked while somebody writes in it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.narratives import rules
from kindling.narratives.models import Narrative


def lock_open(narrative: Narrative, voice: str) -> Narrative:
    """The row, locked, while words of this voice may be written; else Refused."""
    rows = Narrative.objects.select_for_update(of=("self",))
    found: Narrative = rows.select_related("round", "student__person", "school").get(
        pk=narrative.pk
    )
    if not rules.is_open_for(found, voice):
        raise Refused(_("This is closed now. Copy your words before you leave the page."))
    return found
