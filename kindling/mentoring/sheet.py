"""What stands on the PDF of an orientation."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.mentoring.course import CHAPTERS, stamp
from kindling.mentoring.models import Orientation
from kindling.paper.pressed import frame
from kindling.schools.models import School
from kindling.ui.format import day

PAPER = Path(__file__).with_name("paper")
LAYOUT, COURSE = PAPER / "certificate.typ", PAPER / "course.typ"


def course_sheet(school: School, language: str) -> dict[str, Any]:
    """The words of the orientation, to read offline. The same words give the same bytes."""
    on = school.today()
    at = datetime.combine(on, time(12), school.zone)
    with timezone.override(school.zone), translation.override(language):
        return {
            **frame(language, _("Mentor’s orientation"), school.name, at),
            "words": _("Six short parts, about ten minutes."),
            "chapters": [
                {"title": str(one.title), "words": [str(part) for part in one.words]}
                for one in CHAPTERS
            ],
            "last": _("When you have read it, open your link and put your name under it."),
            "stamp": _("Address of these words:") + f" {stamp()}",
        }


def certificate_sheet(done: Orientation, language: str) -> dict[str, Any]:
    """The same orientation gives the same bytes, whenever it is printed."""
    school = done.school
    at = datetime.combine(done.on, time(12), school.zone)
    with timezone.override(school.zone), translation.override(language):
        told = {"name": done.name, "school": school.name, "day": day(done.on, year=True)}
        return {
            **frame(language, _("Mentor’s orientation"), school.name, at),
            "name": done.name,
            "words": _(
                "%(name)s has read the orientation for mentors of %(school)s and put their name under it on %(day)s."
            )
            % told,
            "list_label": _("What it is about"),
            "chapters": [str(one.title) for one in CHAPTERS],
            "stamp": _("Address of these words:") + f" {done.stamp}",
        }
