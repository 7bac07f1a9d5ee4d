"""A tablet becomes a kiosk for the day; students get codes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from kindling.history.steps import record, record_many
from kindling.kiosk import rules
from kindling.kiosk.models import DIGITS, KioskCode
from kindling.kit.http import require
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@transaction.atomic
def open_kiosk(*, by: Viewer) -> Pass:
    """Make the pass of one tablet. It ends at midnight, by the real clock of the school's zone.

    The first browser that opens it keeps it; another is asked for a code that goes to who opened it.
    """
    require(rules.may_open_kiosk(by) and by.person is not None)
    assert by.person is not None  # noqa: S101  for the type checker
    tonight = timezone.now().astimezone(by.school.zone) + timedelta(days=1)
    midnight = tonight.replace(hour=0, minute=0, second=0, microsecond=0)
    held = make_pass(
        by.person, rules.KIOSK, [by.school.public_id], by=by, until=midnight, needs_code=True
    )
    record("kiosk.open", held, by=by)
    return held


@transaction.atomic
def make_codes(students: Sequence[Student], *, by: Viewer) -> list[tuple[Student, str]]:
    """Return a new code for each. They are readable here only, and the old ones end."""
    keys = {student.pk for student in students}
    allowed = rules.coded_students(by).filter(pk__in=keys)
    require(allowed.count() == len(keys) > 0)
    # One at a time: two who make codes for the same students must not meet half way.
    School.objects.select_for_update().get(pk=by.school.pk)
    KioskCode.objects.filter(student__in=keys).delete()
    taken = set(KioskCode.objects.filter(school=by.school).values_list("code_hash", flat=True))
    made, rows, now = [], [], by.school.now()
    for student in students:
        code, code_hash = _free_code(by.school.pk, taken)
        taken.add(code_hash)
        rows.append(KioskCode(school=by.school, student=student, code_hash=code_hash, made_at=now))
        made.append((student, code))
    KioskCode.objects.bulk_create(rows)
    record_many("kiosk.make_code", students, by=by)
    return made


def _free_code(school_id: int, taken: set[str]) -> tuple[str, str]:
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
        code_hash = KioskCode.hash_of(school_id, code)
        if code_hash not in taken:
            return code, code_hash
