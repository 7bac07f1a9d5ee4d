"""What families said, on the page of an exhibition."""

from __future__ import annotations

from kindling.exhibitions.along import Section
from kindling.exhibitions.models import Exhibition
from kindling.families import rules
from kindling.schools.viewer import Viewer


def section(viewer: Viewer, exhibition: Exhibition) -> Section | None:
    """For the student, who guides them, and the family its own. Two statements."""
    if exhibition.state not in rules.SHOWN:
        return None
    rows = rules.visible_after_words(viewer).filter(exhibition=exhibition).order_by("pk")
    found = list(rows[:20])
    guides = bool(found) and rules.guides(viewer, exhibition)
    words = [(one, guides and one.voice_id and one.by_id != viewer.person_id) for one in found]
    can_say = rules.is_family(viewer) and rules.exhibitions_to_speak_of(viewer).filter(
        pk=exhibition.pk
    ).exists()  # fmt: skip
    if not (words or can_say):
        return None
    facts = {"words": words, "can_say": can_say, "id": exhibition.public_id}
    return Section("families/_after.html", facts)
