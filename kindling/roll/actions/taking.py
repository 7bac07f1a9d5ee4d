"""Take the roll of an advisory, or mark one student."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.roll import rules
from kindling.roll.codes import Codes, codes_of
from kindling.roll.models import Correction, Mark
from kindling.roll.roster import Roll, Said
from kindling.roll.sums import Moved, add, keep_sums
from kindling.schools.viewer import Viewer
from kindling.ui.format import day as as_day

Method = Mark.Method


@dataclass(frozen=True)
class Word:
    """What is to be written about one student: what it said before, and what it shall say."""

    student_id: int
    was: Said | None
    now: Said


@dataclass(frozen=True)
class Writing:
    """One writing of the roll: the day, by which way, why, and the school's codes."""

    on: date
    method: Method
    why: str
    codes: Codes


@transaction.atomic
def take_roll(
    roll: Roll,
    said: Mapping[str, Said],
    *,
    by: Viewer,
    seen: Mapping[str, str] | None = None,
    why: str = "",
) -> int:
    """Write what was said, by student's public id; return how many marks are new or changed.

    `seen` are the letters that the saver's page showed ("" for none): whoever would write over a
    word they never saw is refused. The same again does nothing: a second tap is no quarrel. A mark that is there already is corrected and its earlier value kept, with `why`.
    Four statements for a first save, five for corrections.
    """
    require(rules.may_take_roll(by, roll))
    _refuse_day(roll.on, roll.closed, by)
    _refuse_older_page(roll, said, seen or {})
    words = [
        Word(row.student_id, row.said, said[row.public_id])
        for row in roll.rows
        if row.public_id in said and said[row.public_id] != row.said
    ]
    writing = Writing(roll.on, Method.ROLL, why, roll.codes)
    changed = _write(words, writing, by)
    if words:
        letters = Counter(word.now.code for word in words)
        record("roll.take", roll.advisory, by=by, on=str(roll.on), codes=letters, changed=changed)
    return len(words)


@transaction.atomic
def mark_student(
    student: Student,
    on: date,
    code: str,
    *,
    minutes: int = 0,
    why: str = "",
    method: Method = Method.OFFICE,
    by: Viewer,
) -> None:
    """Say one letter about one student: the office, a kiosk, a report. The same again does nothing.

    What was said before is kept with `why`. Raises Refused for a letter the school does not have.
    """
    require(rules.may_mark(by, student) and student.school_id == by.school.pk)
    _refuse_day(on, None, by)
    codes = codes_of(by.school)
    if code not in codes.words or codes.of(code).is_retired:
        raise Refused(_("This school has no code “%(code)s”.") % {"code": code})
    kept = Mark.objects.filter(student=student, on=on).first()
    was = Said(kept.code, kept.minutes) if kept else None
    if was == Said(code, minutes):
        return
    word = Word(student.pk, was, Said(code, minutes))
    _write([word], Writing(on, method, why, codes), by)
    record("roll.mark", student, by=by, on=str(on), code=code, was=was.code if was else "")


def _refuse_day(on: date, closed: str | None, by: Viewer) -> None:
    if closed is not None:
        told = {"day": as_day(on), "reason": closed}
        raise Refused(_("There is no school on %(day)s. %(reason)s") % told)
    if on > by.school.today():
        raise Refused(_("%(day)s has not come yet.") % {"day": as_day(on)})


def _refuse_older_page(roll: Roll, said: Mapping[str, Said], seen: Mapping[str, str]) -> None:
    """Whoever would change what somebody else has changed meanwhile is told who is meant."""
    for row in roll.rows:
        now = row.said.code if row.said else ""
        changes = said.get(row.public_id, row.said) != row.said
        if changes and seen.get(row.public_id, now) != now:
            raise Refused(
                _(
                    "Someone saved this roll while you had it open: %(name)s is now “%(code)s”. "
                    "Open it again and look."
                )
                % {"name": row.name, "code": roll.codes.of(now).label}
            )


def _write(words: list[Word], writing: Writing, by: Viewer) -> int:
    """Put new marks, change the others, keep the sums; return how many were changed."""
    new = [word for word in words if word.was is None]
    changed = [word for word in words if word.was is not None]
    moved: Moved = {}
    _put(new, writing, by)
    if changed:
        _change(changed, writing, by)
    for word in words:
        key = (word.student_id, writing.on)
        add(moved, key, writing.codes.of(word.now.code).meaning, 1)
        if word.was:
            add(moved, key, writing.codes.of(word.was.code).meaning, -1)
    keep_sums(by.school.pk, moved)
    return len(changed)


def _put(words: list[Word], writing: Writing, by: Viewer) -> None:
    now = by.school.now()
    marks = [
        Mark(
            student_id=word.student_id, on=writing.on, code=word.now.code,
            minutes=word.now.minutes, method=writing.method, by_id=by.person_id,
            said=now.hour * 60 + now.minute,
        )
        for word in words
    ]  # fmt: skip
    if len(Mark.objects.put(marks)) != len(marks):
        raise Refused(_("Someone saved this day just now. Open it again and look."))


def _change(words: list[Word], writing: Writing, by: Viewer) -> None:
    """Compare and set: where somebody else was faster, nothing is written. Two statements."""
    as_read = Q()
    for word in words:
        if word.was:
            as_read |= Q(student=word.student_id, code=word.was.code, minutes=word.was.minutes)
    codes = [When(student=word.student_id, then=Value(word.now.code)) for word in words]
    minutes = [When(student=word.student_id, then=Value(word.now.minutes)) for word in words]
    changed = Mark.objects.filter(as_read, on=writing.on).update(
        code=Case(*codes), minutes=Case(*minutes), method=writing.method, by_id=by.person_id
    )
    if changed != len(words):
        raise Refused(_("Someone saved this day just now. Open it again and look."))
    Correction.objects.bulk_create(
        Correction(
            school=by.school, student_id=word.student_id, on=writing.on,
            was_code=word.was.code, was_minutes=word.was.minutes, code=word.now.code,
            minutes=word.now.minutes, why=writing.why, by=by.person, at=by.school.now(),
        )
        for word in words
        if word.was
    )  # fmt: skip
