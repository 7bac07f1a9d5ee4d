"""Words that a page of meetings needs."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _

from kindling.schools.models import Person


def label_of(field: str) -> str:
    """What the page calls a text of a meeting."""
    return {"agenda": _("Agenda"), "notes": pgettext("meeting", "Minutes")}[field]


def interpreter_for(team: Iterable[Person]) -> str:
    """The language in which somebody of the team reads letters and the school does not speak."""
    for one in team:
        if one.language and one.language != one.school.language:
            info = get_language_info(one.language)
            return str(info["name_translated"])
    return ""
