"""What stands on a certificate of destruction."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.inventory.words import TOPICS
from kindling.paper.pressed import frame
from kindling.privacy.models import Certificate
from kindling.privacy.words import BACKUPS, about_backups, how_long
from kindling.ui.format import day, number

LAYOUT = Path(__file__).with_name("paper") / "certificate.typ"


def sheet_of(certificate: Certificate, language: str) -> dict[str, Any]:
    """The dict for `paper/certificate.typ`, in this language."""
    told, school = certificate.content, certificate.school
    with translation.override(language), timezone.override(school.zone):
        at = datetime.fromisoformat(told["at"])
        title = _("Certificate of destruction %(number)s") % {"number": certificate.number}
        return {
            **frame(language, title, told["school"], at),
            "facts": _facts(told, at),
            "head": [_("What"), _("Rule"), _("Entries destroyed"), _("Files destroyed")],
            "rows": [
                [
                    str(TOPICS[one["topic"]].label), how_long(one["keep"], {one["keep"]: one["months"]}),
                    number(one["gone"]), number(one["files"]),
                ]
                for one in told["lines"]
            ],
            "ends": [
                about_backups({BACKUPS: told["backups"]}),
                _("Its content has the address %(address)s (SHA-256).")
                % {"address": certificate.content_hash},
            ],
        }  # fmt: skip


def _facts(told: dict[str, Any], at: datetime) -> list[list[str]]:
    return [
        [_("School"), told["school"]],
        [_("Destroyed on"), day(at.date(), year=True)],
        [_("Counted for"), day(date.fromisoformat(told["on"]), year=True)],
        [_("By"), told["by"] or "Kindling"],
        [_("Students whose record it was"), number(told["students"])],
        [_("Students on hold, left out"), number(told["held"])],
    ]
