"""What stands on paper: everybody by where they should be, and a label for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kindling.board.queries.drill import Post, drill_of
from kindling.board.queries.live import Line, Live
from kindling.paper.pressed import frame, left_to_right
from kindling.schools.models import School
from kindling.schools.words import word
from kindling.ui.format import clock, day

FOLDER = Path(__file__).with_name("paper")
BOARD, LABELS = FOLDER / "board.typ", FOLDER / "labels.typ"


def board_sheet(found: Live, school: School, language: str) -> dict[str, Any]:
    """The list for a drill. The lines are in the language in which they were read, so is this."""
    return {
        **frame(language, _("Where everyone should be"), school.name, found.now),
        "flipped": True,
        "eyebrow": f"{day(found.now)} · {clock(found.now)}",
        "columns": [_("Heard"), _("Student"), _("Now"), _("Phone"), capfirst(word("mentor"))],
        "site": _("Site"),
        "nobody": _("Nobody fits what you chose."),
        "posts": [_post(one) for one in drill_of(found)],
    }


def _post(post: Post) -> dict[str, Any]:
    return {
        "place": post.spot.site if post.spot else _("Not expected at a place now"),
        "phone": left_to_right(post.spot.site_phone) if post.spot else "",
        "count": str(len(post.lines)),
        "rows": [_row(line) for line in post.lines],
    }


def _row(line: Line) -> dict[str, str]:
    heed = f" · {line.heed.text}" if line.heed else ""
    return {
        "name": line.name,
        "advisory": line.advisory,
        "now": f"{line.standing.label}{heed}",
        "sign": line.sign,
        "phone": left_to_right(line.phone),
        "mentor": line.spot.mentor if line.spot else "",
        "mentor_phone": left_to_right(line.spot.mentor_phone) if line.spot else "",
    }


def label_sheet(found: Live, school: School, language: str) -> dict[str, Any]:
    """One label for each student, by name; where somebody has two places, both stand on it."""
    labels: dict[str, dict[str, str]] = {}
    for line in sorted(found.lines, key=lambda line: (line.advisory, line.name)):
        one = labels.setdefault(
            line.id, {"name": line.name, "group": line.advisory or line.grade, "place": ""}
        )
        if line.spot:
            one["place"] = ", ".join(filter(None, (one["place"], line.spot.site)))
    return {
        **frame(language, _("Labels"), school.name, found.now),
        "labels": list(labels.values()),
    }
