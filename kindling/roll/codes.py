"""The letters of a school: the standard ones, in its own words, and its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kindling.roll.models import Code, Meaning
from kindling.schools.models import School
from kindling.schools.ready import ready

HERE, LATE, AWAY, EXCUSED, OUT = "P", "L", "A", "E", "I"

# What districts' systems call these (Ed-Fi's attendance categories).
CATEGORIES = {
    Meaning.PRESENT: "In Attendance",
    Meaning.INTERNSHIP: "In Attendance",
    Meaning.LATE: "Tardy",
    Meaning.EXCUSED: "Excused Absence",
    Meaning.UNEXCUSED: "Unexcused Absence",
}
ABSENT = (Meaning.EXCUSED, Meaning.UNEXCUSED)


@dataclass(frozen=True)
class Word:
    """A code as pages need it."""

    letter: str
    label: str
    meaning: str
    sis_code: str = ""
    is_retired: bool = False

    @property
    def category(self) -> str:
        """What counts for the district: present at an internship is in attendance."""
        return CATEGORIES[Meaning(self.meaning)]

    @property
    def is_absent(self) -> bool:
        return self.meaning in ABSENT


STANDARD = (
    (HERE, _("Present"), Meaning.PRESENT),
    (LATE, _("Late"), Meaning.LATE),
    (AWAY, _("Absent"), Meaning.UNEXCUSED),
    (EXCUSED, _("Excused"), Meaning.EXCUSED),
    (OUT, _("At the internship"), Meaning.INTERNSHIP),
)


@dataclass(frozen=True)
class Codes:
    """The letters of one school, in the order in which they are offered."""

    words: dict[str, Word]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words.values())

    def of(self, letter: str) -> Word:
        """Return the code; a letter that an import left behind counts as it does elsewhere."""
        return self.words.get(letter) or Word(letter, letter, Meaning.UNEXCUSED)

    @property
    def offered(self) -> list[Word]:
        """What a person may choose: what comes from internship days is not typed."""
        return [w for w in self if not w.is_retired and w.meaning != Meaning.INTERNSHIP]

    def letters(self, *meanings: str) -> list[str]:
        """The letters that count so."""
        return [w.letter for w in self if w.meaning in meanings]


def codes_of(school: School) -> Codes:
    """Return the codes of a school. One statement."""
    return with_own(
        Word(own.letter, own.label, own.meaning, own.sis_code, own.is_retired)
        for own in _own_codes(school)
    )


def with_own(own: Iterable[Word]) -> Codes:
    """The standard letters, in the school's own words where it has some, and its own letters."""
    words = {letter: Word(letter, str(label), meaning) for letter, label, meaning in STANDARD}
    words |= {word.letter: word for word in sorted(own, key=lambda word: word.letter)}
    return Codes(words)


@ready
def _own_codes(school: School) -> QuerySet[Code]:
    rows: QuerySet[Code] = Code.objects.filter(school=school)
    return rows.order_by("letter")
