"""What the letters of an exhibition say, and who gets a link with them."""

from __future__ import annotations

from typing import Any

from kindling.exhibitions.models import Exhibition, Panelist, Part
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

OUTSIDE = (Part.FAMILY.value, Part.MENTOR.value, Part.GUEST.value)  # a link, account or not


def has_link(panelist: Panelist) -> bool:
    """Whether they answer from a link: family, mentors, guests, and who has no account."""
    return panelist.part in OUTSIDE or panelist.person is None or panelist.person.user_id is None


def facts(
    exhibition: Exhibition, person: Person, by: Viewer, *, panelist: Panelist | None = None
) -> dict[str, Any]:
    """What every letter of an exhibition may say. A reader outside learns a first name only."""
    zone = by.school.zone
    starts, ends = exhibition.starts_at, exhibition.ends_at
    return {
        "title": exhibition.label, "kind": exhibition.kind.title, "first": exhibition.student.first,
        "is_own": person.pk == exhibition.student.person_id, "about": exhibition.about,
        "is_advisor": panelist is not None and panelist.part == Part.ADVISOR,
        "on": exhibition.on, "start": starts.astimezone(zone).time() if starts else None,
        "end": ends.astimezone(zone).time() if ends else None, "room": exhibition.room,
        "video": exhibition.video, "reason": exhibition.reason,
        "interpreter": panelist is not None and panelist.needs_interpreter,
        "answers_by_text": panelist is not None,
    }  # fmt: skip
