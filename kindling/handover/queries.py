"""Letters as lists, one letter as its readers see it, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.handover import rules
from kindling.handover.models import Handover, Letter, Version, Word
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.viewer import Viewer

State = Letter.State
MOST = 50

PROMPTS = {
    "who": gettext_lazy("Who is this student, as you know them?"),
    "working_on": gettext_lazy("What are they working on, and what are they proud of?"),
    "works": gettext_lazy("What works when you work with them?"),
    "careful": gettext_lazy("What should the next advisor be careful with?"),
    "ahead": gettext_lazy("What is ahead, and what did you promise?"),
}


@dataclass(frozen=True)
class Part:
    """One question of the letter with its answer."""

    field: str
    ask: str
    text: str


@dataclass(frozen=True)
class Shown:
    """A version as it was shown, with what the student said to it."""

    version: Version
    parts: tuple[Part, ...]
    words: tuple[Word, ...]


def draft_of(letter: Letter) -> list[Part]:
    return [Part(name, str(ask), getattr(letter, name)) for name, ask in PROMPTS.items()]


def shown_of(viewer: Viewer, letter: Letter) -> list[Shown]:
    """The versions one may read with the student's words, the newest first."""
    words = list(rules.words_of(viewer, letter))
    return [
        Shown(
            version,
            tuple(
                Part(name, str(ask), version.words[name])
                for name, ask in PROMPTS.items()
                if version.words.get(name)
            ),
            tuple(word for word in words if word.version == version.number),
        )
        for version in rules.versions_of(viewer, letter)
    ]


def handovers_of(viewer: Viewer) -> QuerySet[Handover]:
    """Hand-overs with `size` and how many letters are `given`, the latest first."""
    given = Count("letters", filter=Q(letters__state=State.GIVEN))
    return rules.visible_handovers(viewer).annotate(size=Count("letters"), given=given)


def letters_for(viewer: Viewer) -> QuerySet[Letter]:
    """Letters that came to the viewer as the next advisor, or are about them; the latest first."""
    mine = Q(given_to=viewer.person_id) | Q(student__person=viewer.person_id)
    return rules.visible_letters(viewer).filter(mine).order_by("-pk")


def waits(viewer: Viewer) -> list[Wait]:
    """A letter to read, to write or to take over. One statement."""
    if not rules.may_open(viewer):
        return []
    to_read = Q(state=State.SHOWN, student__person=viewer.person_id)
    to_write = Q(state__in=Letter.OPEN, handover__leaving=viewer.person_id)
    to_take = Q(state=State.GIVEN, given_to=viewer.person_id, taken_at=None)
    rows = rules.visible_letters(viewer).filter(to_read | to_write | to_take)
    rows = rows.annotate(shown_at=Max("versions__at")).order_by("handover__last_on", "pk")
    return [_wait(viewer, letter) for letter in rows[:MOST]]


def _wait(viewer: Viewer, letter: Letter) -> Wait:
    name = letter.student.first
    if letter.state == State.SHOWN:
        who = letter.handover.leaving.first
        say, holds = _("Read what %(name)s writes about you") % {"name": who}, HoldsUp.STAFF
    elif letter.state == State.GIVEN:
        say, holds = _("Read the letter about %(name)s") % {"name": name}, HoldsUp.STUDENT
    else:
        say, holds = _("Write the letter about %(name)s") % {"name": name}, HoldsUp.STUDENT
    begun = datetime.combine(letter.created_at.date(), time(8), viewer.school.zone)
    since = letter.given_at or getattr(letter, "shown_at", None) or begun
    key = f"letter.{letter.state}:{letter.public_id}"
    return Wait(key, say, letter.get_absolute_url(), holds, since, letter.student.name, "mail-open")
