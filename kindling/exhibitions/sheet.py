"""What stands on the printed programme: what the page of the programme says, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.queries.lists import Day
from kindling.paper.pressed import frame, told
from kindling.schools.models import School
from kindling.ui.format import clock, day

LAYOUT = Path(__file__).with_name("paper") / "programme.typ"


def programme_sheet(days: list[Day], school: School, language: str) -> dict[str, Any]:
    """Return the sheet in the language that is active. First names only, as on the page."""
    title = _("Exhibitions at %(school)s") % {"school": school.name}
    return {
        **frame(language, title, school.name, school.now()),
        "columns": [_("When"), _("What"), _("Where")],
        "days": [
            {
                "name": day(one.on, year=True) if one.on else "",
                "shows": [_show(show) for show in one.shows],
            }
            for one in days
        ],
        "nothing": _("No exhibition is announced"),
    }


def _show(show: Exhibition) -> dict[str, Any]:
    return {
        "at": clock(show.starts_at) if show.starts_at else "",
        "title": told(show.title or show.kind.title),
        "who": f"{show.student.first} · {show.kind.title}",
        "room": show.room,
    }
