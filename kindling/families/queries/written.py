"""What advisors wrote to a family, in the reader's language where there is a translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kindling.families import rules
from kindling.families.models import WeekWords
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

BACK = timedelta(days=7)  # last week's lines stand until there are new ones


@dataclass(frozen=True)
class Written:
    """A text in `language`; `original` in `was_in` is there when a machine translated it."""

    by: Person
    week_on: date
    text: str
    language: str
    original: str = ""
    was_in: str = ""

    @property
    def is_translated(self) -> bool:
        return bool(self.original)


def written_to(
    reader: Viewer, students: list[int], first: date, language: str
) -> Iterator[tuple[int, Written]]:
    """Return (student's key, text): the newest to the student, then the newest to the advisory.

    Not older than the week before `first`. Three statements.
    """
    sits = rules.seats_of(students)
    rows = list(rules.words_read(reader, language, first - BACK, first))
    for student in students:
        own = next((one for one in rows if one.student_id == student), None)
        shared = next(
            (one for one in rows if one.advisory_id and one.advisory_id == sits.get(student)), None
        )
        for one in (own, shared):
            if one is not None:
                yield student, in_language(one, language)


def in_language(words: WeekWords, language: str) -> Written:
    """The words as this reader gets them. A translation of an earlier text is none."""
    facts = (words.by, words.week_on)
    if words.language != language:
        for one in words.ready:  # type: ignore[attr-defined]
            if one.stamp == words.stamp:
                return Written(*facts, one.text, language, words.text, words.language)
    return Written(*facts, words.text, words.language)
