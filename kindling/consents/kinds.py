"""What a family is asked, and how each yes works. The words stand in `data/`, and are a school's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a consent is for. Other apps ask by these."""

    NOTICE = "notice", _("Your rights, each year")
    DIRECTORY = "directory", _("Being named in public")
    PHOTO = "photo", _("Photos and films")
    RECORDING = "recording", _("Recording a talk or an exhibition")
    SHARING = "sharing", _("Showing work outside the school")
    RIDE = "ride", _("Riding with a mentor")
    MEDICAL = "medical", _("Care in an emergency")
    TEXTS = "texts", _("Text messages to the student")
    MACHINE = "machine", _("Translation by a machine")
    ALUMNI = "alumni", _("Staying in touch after school")
    UNDER13 = "under13", _("Using Kindling below 13")


class Needs(StrEnum):
    """What the answer is."""

    YES = "yes"  # nothing happens without a yes
    UNLESS = "unless"  # it is so until somebody says no
    SEEN = "seen"  # read, and that one has read it


@dataclass(frozen=True)
class Facts:
    """How a kind works. `days`: how long a yes lasts at most; None: to the end of the school year."""

    needs: Needs = Needs.YES
    days: int | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """What may be said: values of ConsentWord.Says."""
        return ("seen",) if self.needs == Needs.SEEN else ("yes", "no")


FACTS: dict[str, Facts] = {
    Kind.NOTICE: Facts(Needs.SEEN),
    Kind.DIRECTORY: Facts(Needs.UNLESS, days=366 * 4),
    Kind.ALUMNI: Facts(days=366 * 10),
    Kind.UNDER13: Facts(days=366),
}


def facts_of(kind: str) -> Facts:
    return FACTS.get(kind, Facts())
