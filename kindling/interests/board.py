"""The shared interests of an advisory on one page: threads, and what somebody cares about alone.

Built from `shared_interests_of` alone: what is private, ended or put differently before never
enters this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_seats
from kindling.interests import rules
from kindling.interests.areas import LOOK, Area
from kindling.interests.models import Interest
from kindling.kit.text import plain
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

LONG_ENOUGH = 4  # letters of a word that may join two interests


@dataclass(frozen=True)
class Thread:
    """An area, or a word, that interests of several students share; or one student's alone."""

    label: str
    icon: str
    hue: int
    search: str  # what to look for among places, as it stands in an address
    interests: tuple[Interest, ...]

    @property
    def students(self) -> list[Student]:
        """Each once, in the order of their interests."""
        return list({one.student_id: one.student for one in self.interests}.values())


@dataclass(frozen=True)
class Board:
    """Threads of two students or more, the widest first; the lonely ones; who shares nothing."""

    threads: list[Thread]
    lonely: list[Thread]
    quiet: list[Student]


def board_of(viewer: Viewer, advisory: Advisory) -> Board:
    """Read the board. Ask only for an advisory the viewer may read. Two statements."""
    students = [seat.student for seat in visible_seats(viewer, advisory)]
    shared = list(rules.shared_interests_of(viewer, [one.pk for one in students]))
    by_area: dict[str, list[Interest]] = {}
    for one in shared:
        by_area.setdefault(one.area, []).append(one)
    found = [_area_thread(Area(area), rows) for area, rows in by_area.items() if area]
    words = _word_threads(by_area.get("", []), shared)
    threads = [one for one in [*found, *words] if len(one.students) > 1]
    woven = {one.pk for thread in threads for one in thread.interests}
    lonely = [_alone(one) for one in shared if one.pk not in woven]
    speaking = {one.student_id for one in shared}
    threads.sort(key=lambda one: (-len(one.students), one.label))
    return Board(threads, lonely, [one for one in students if one.pk not in speaking])


def _area_thread(area: Area, rows: Iterable[Interest]) -> Thread:
    icon, hue = LOOK[area.value]
    return Thread(str(area.label), icon, hue, f"area={area.value}", tuple(rows))


def _alone(one: Interest) -> Thread:
    return _area_thread(Area(one.area or Area.OTHER), [one])


def _word_threads(loose: list[Interest], shared: list[Interest]) -> list[Thread]:
    """Interests without an area meet others by a word that both use."""
    icon, hue = LOOK[Area.OTHER.value]
    threads: list[Thread] = []
    used: set[str] = set()
    words = {one.pk: _words(one.words) for one in shared}
    for one in loose:
        for word in sorted(words[one.pk] - used, key=lambda word: (-len(word), word)):
            rows = [other for other in shared if word in words[other.pk]]
            if len({other.student_id for other in rows}) > 1:
                used |= words[one.pk]
                label = _("“%(word)s”") % {"word": word}
                threads.append(Thread(label, icon, hue, f"q={word}", tuple(rows)))
                break
    return threads


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", plain(text)) if len(word) >= LONG_ENOUGH}
