"""State tests on record. A row stays as it was written; another one corrects it."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.models import StateTest
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


class Result(TypedDict):
    """`result`: as the state words it. `reason`: of an exemption."""

    title: str
    on: date
    result: str
    outcome: str
    is_required: bool
    reason: str


@transaction.atomic
def record_test(student: Student, result: Result, *, by: Viewer) -> StateTest:
    """Put a result on record."""
    require(rules.may_record_tests(by) and student.school_id == by.school.pk)
    _check(result, by)
    made: StateTest = StateTest.objects.create(
        school=by.school, student=student, by=by.person, **result
    )
    record("statetest.record", made, by=by, student=student.public_id, title=made.title)
    return made


@transaction.atomic
def correct_test(test: StateTest, result: Result, *, why: str, by: Viewer) -> StateTest:
    """Put another row in its place and say why; the first one stays to be read."""
    require(rules.may_record_tests(by) and test.school_id == by.school.pk)
    if not why.strip():
        raise ValidationError({"why": _("Say why it is corrected.")})
    _check(result, by)
    StateTest.objects.select_for_update().get(pk=test.pk)
    if StateTest.objects.filter(corrects=test).exists():
        raise Refused(_("Someone corrected this already. Look at it again before you go on."))
    made: StateTest = StateTest.objects.create(
        school=by.school, student=test.student, by=by.person, corrects=test,
        why=why.strip()[:500], **result,
    )  # fmt: skip
    record("statetest.correct", made, by=by, corrects=test.public_id)
    return made


def _check(result: Result, by: Viewer) -> None:
    if result["on"] > by.school.today():
        raise ValidationError({"on": _("This day has not come yet.")})
    exempt = result["outcome"] == StateTest.Outcome.EXEMPT
    if exempt and not result["reason"].strip():
        raise ValidationError({"reason": _("Say why the student is exempt.")})
    scored = {StateTest.Outcome.PASSED, StateTest.Outcome.NOT_YET, StateTest.Outcome.NO_MARK}
    if result["outcome"] in scored and not result["result"].strip():
        raise ValidationError({"result": _("Write the result as the state words it.")})
