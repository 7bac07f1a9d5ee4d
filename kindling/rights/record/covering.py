"""Cover words in what is given.

Who decided read the row in their own language; who gets it may read another. A day or a choice that
was covered in one must not stand in the other.
"""

from __future__ import annotations

from collections import defaultdict

from django.conf import settings
from django.utils import translation

from kindling.people.models import Student
from kindling.rights.record.lines import COVER, Line
from kindling.rights.record.reading import Row, record_of


def in_other_languages(student: Student) -> dict[tuple[str, str], list[Row]]:
    """Kind and key → each row of the record, as it reads in every language but the one that is active."""
    told: dict[tuple[str, str], list[Row]] = defaultdict(list)
    now = translation.get_language()
    for code, _name in settings.LANGUAGES:
        if code == now:
            continue
        with translation.override(code):
            for row in record_of(student):
                told[row.kind, row.key].append(row)
    return told


def words_of(row: Row, covered: list[str], told: list[Row]) -> Row:
    """The row without these words, in it and its parts; a file could show them, so none goes along.

    `told`: the same row in other languages. What has a covered word in one of them is covered whole.
    """
    if not covered:
        return row
    lines = [
        _covered(line, covered, [other.lines[at] for other in told])
        for at, line in enumerate(row.lines)
    ]
    parts = [
        words_of(part, covered, [other.parts[at] for other in told])
        for at, part in enumerate(row.parts)
    ]
    title = _covered(Line("", row.title), covered, [Line("", other.title) for other in told]).value
    return Row(row.kind, row.key, title, row.on, lines, {}, parts)


def _covered(line: Line, covered: list[str], told: list[Line]) -> Line:
    bare = line.without(covered)
    if bare == line and any(other.without(covered) != other for other in told):
        return Line(line.label, COVER, line.name)
    return bare
