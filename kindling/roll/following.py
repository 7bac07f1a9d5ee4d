"""Presence at an internship is presence: marks that follow from internship days.

What staff said on the roll stays; a day only fills what nobody marked, and changes what it filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Case, Value, When
from django.utils.translation import gettext as _

from kindling.attendance.following import Changed, follow
from kindling.attendance.models import Day
from kindling.kit.http import Refused
from kindling.roll.codes import AWAY, OUT
from kindling.roll.models import Correction, Mark, Meaning
from kindling.roll.models.mark import Key, any_of
from kindling.roll.sums import Moved, add, keep_sums
from kindling.schools.viewer import Viewer

MEANINGS = {OUT: Meaning.INTERNSHIP, AWAY: Meaning.UNEXCUSED}


def letter_of(day: Day) -> str:
    """What the day says about presence; "" while it says nothing for good.

    A check-in alone waits: the day counts when it is over (close_days does so by the clock).
    """
    if day.state == Day.State.ABSENT:
        return AWAY
    if day.state == Day.State.SETTLED:
        return OUT if day.minutes else AWAY
    return OUT if day.standing in Day.COUNTED else ""


@follow
def mark_days(changed: Sequence[Changed], by: Viewer) -> None:
    """Keep marks and sums right after a change of days. Three statements as a rule.

    None when the mentor says yes to what the student said: mark and minutes stand already.
    """
    told = _best({_key(one): letter_of(one.day) for one in changed if not _is_marked(one)})
    moved: Moved = {}
    for one in changed:
        add(moved, _key(one), "minutes", one.minutes)
    put = put_marks({key: letter for key, letter in told.items() if letter}, moved, by)
    earlier = {key: letter for key, letter in told.items() if key not in put}
    if earlier:
        _change_marks(earlier, moved, by)
    keep_sums(by.school.pk, moved)


def _key(one: Changed) -> Key:
    return one.day.student_id, one.day.on


def _is_marked(one: Changed) -> bool:
    """It counted before and counts now: its mark was made then."""
    return one.before.total() > 0 and letter_of(one.day) == OUT


def put_marks(told: dict[Key, str], moved: Moved, by: Viewer) -> set[Key]:
    """Fill days that nobody marked; note them in `moved` and return them. One statement."""
    marks = [
        Mark(student_id=student, on=on, code=letter, method=Mark.FROM_DAY, by_id=by.person_id)
        for (student, on), letter in told.items()
    ]
    put = Mark.objects.put(marks)
    for key in put:
        add(moved, key, MEANINGS[told[key]], 1)
    return put


def _best(told: dict[Key, str]) -> dict[Key, str]:
    """Two internships on one day: there at one of them is there. A statement only for the rest."""
    doubtful = [key for key, letter in told.items() if letter != OUT]
    if not doubtful:
        return told
    days = Day.objects.filter(any_of(doubtful))
    return told | best_letters(days.only("student", "on", "state", "standing", "minutes"))


def best_letters(days: Iterable[Day]) -> dict[Key, str]:
    """Return what all days of a student on a date say together."""
    best: dict[Key, str] = {}
    for day in days:
        key, letter = (day.student_id, day.on), letter_of(day)
        if letter == OUT or not best.get(key):
            best[key] = letter
    return best


def _change_marks(told: dict[Key, str], moved: Moved, by: Viewer) -> None:
    """Change what days had filled before and now say differently. Rare."""
    kept = Mark.objects.of_days(told).filter(method=Mark.FROM_DAY)
    wrong = [mark for mark in kept if mark.code != told[mark.key]]
    if not wrong:
        return
    rows = Mark.objects.filter(
        any_of(mark.key for mark in wrong), method=Mark.FROM_DAY, code__in={m.code for m in wrong}
    )
    whens = [When(any_of([m.key]), then=Value(told[m.key])) for m in wrong if told[m.key]]
    emptied = rows.filter(any_of(m.key for m in wrong if not told[m.key]))
    changed = emptied.delete()[0] if len(whens) < len(wrong) else 0
    if whens:
        changed += rows.update(code=Case(*whens), by_id=by.person_id)
    if changed != len(wrong):
        raise Refused(_("Someone said something about this day just now. Look at it again."))
    Correction.objects.bulk_create(
        Correction(
            school=by.school, student_id=mark.student_id, on=mark.on, was_code=mark.code,
            code=told[mark.key], by=by.person, at=by.school.now(),
        )
        for mark in wrong
    )  # fmt: skip
    for mark in wrong:
        add(moved, mark.key, MEANINGS[mark.code], -1)
        if told[mark.key]:
            add(moved, mark.key, MEANINGS[told[mark.key]], 1)
