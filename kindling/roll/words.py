"""What becomes of marks when somebody clears an absence, or the school does not excuse it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.roll.codes import AWAY, EXCUSED
from kindling.roll.models import Correction, Mark, Meaning
from kindling.roll.models.mark import Key, any_of
from kindling.roll.sums import Moved, add, keep_sums
from kindling.schools.viewer import Viewer

ABSENCES = {AWAY: Meaning.UNEXCUSED, EXCUSED: Meaning.EXCUSED}
OTHER = {AWAY: EXCUSED, EXCUSED: AWAY}


@dataclass(frozen=True)
class Word:
    """What somebody's word makes of a day's mark: AWAY or EXCUSED, why, and since when."""

    code: str
    why: str
    since: datetime


@transaction.atomic
def follow_words(words: Mapping[Key, Word], by: Viewer) -> int:
    """Fill days that nobody marked, and change absences between excused and not; return how many.

    Other letters stay, and so does what staff corrected after the word. Constant statements.
    """
    moved: Moved = {}
    put = _put(words, moved)
    wrong = _wrong({key: word for key, word in words.items() if key not in put})
    for letter in sorted({mark.code for mark in wrong.values()}):
        keys = [key for key, mark in wrong.items() if mark.code == letter]
        rows = Mark.objects.filter(any_of(keys), code=letter)
        if rows.update(code=OTHER[letter], method=Mark.Method.OFFICE) != len(keys):
            raise Refused(_("Someone said something about this day just now. Look at it again."))
    _keep(words, wrong, moved, by)
    keep_sums(by.school.pk, moved)
    return len(put) + len(wrong)


def _put(words: Mapping[Key, Word], moved: Moved) -> set[Key]:
    """Marks where there is none, for who is excused: silence alone is no absence."""
    marks = [
        Mark(student_id=student, on=on, code=word.code, method=Mark.Method.OFFICE)
        for (student, on), word in words.items()
        if word.code == EXCUSED
    ]
    put = Mark.objects.put(marks)
    for key in put:
        add(moved, key, ABSENCES[words[key].code], 1)
    return put


def _wrong(words: Mapping[Key, Word]) -> dict[Key, Mark]:
    """Absences that say otherwise, without those that staff corrected since."""
    marks = Mark.objects.of_days(words).filter(code__in=ABSENCES)
    wrong = {mark.key: mark for mark in marks if mark.code != words[mark.key].code}
    if not wrong:
        return wrong
    changed = Correction.objects.filter(any_of(wrong)).values_list("student_id", "on", "at")
    for student, on, at in changed:
        if (student, on) in wrong and at >= words[student, on].since:
            del wrong[student, on]
    return wrong


def _keep(words: Mapping[Key, Word], wrong: Mapping[Key, Mark], moved: Moved, by: Viewer) -> None:
    Correction.objects.bulk_create(
        Correction(
            school=by.school, student_id=mark.student_id, on=mark.on, was_code=mark.code,
            was_minutes=mark.minutes, code=OTHER[mark.code], minutes=mark.minutes,
            why=words[key].why, by=by.person, at=by.school.now(),
        )
        for key, mark in wrong.items()
    )  # fmt: skip
    for key, mark in wrong.items():
        add(moved, key, ABSENCES[mark.code], -1)
        add(moved, key, ABSENCES[OTHER[mark.code]], 1)
