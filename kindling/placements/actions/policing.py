"""What the school sets about pursuits, and what an adult sets for one student."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.models import Approval, PursuitLimit, PursuitPolicy
from kindling.schools.viewer import Viewer

MOST = 20


@transaction.atomic
def change_policy(*, by: Viewer, **facts: Any) -> PursuitPolicy:
    """Set limits, order of the queue and who is asked. What was asked already goes on as it was."""
    require(rules.may_change_policy(by))
    for name in ("pursue_chain", "start_chain"):
        _check_chain(name, facts.get(name, []))
    PursuitPolicy.objects.get_or_create(school=by.school)
    policy: PursuitPolicy = PursuitPolicy.objects.select_for_update().get(school=by.school)
    was = {name: getattr(policy, name) for name in facts}
    for name, value in facts.items():
        setattr(policy, name, value)
    policy.save()
    record("pursuit_policy.change", policy, by=by, was=was, now=facts)
    return policy


def _check_chain(name: str, chain: list[str]) -> None:
    if not set(chain) <= {role.value for role in Approval.ROLES}:
        raise ValidationError({name: _("Choose advisor, coordinator, family or mentor.")})
    if len(set(chain)) < len(chain):
        raise ValidationError({name: _("Ask each of them once.")})


@transaction.atomic
def set_limit(student: Student, most: int | None, reason: str, *, by: Viewer) -> PursuitLimit:
    """Set how many places this student may go after at once; None takes the school's number.

    The reason is read by the student and those who guide them. Earlier numbers stay in the list.
    """
    require(rules.may_set_limit(by, student))
    reason = reason.strip()[:500]
    if not reason:
        raise ValidationError({"reason": _("Say in a few words what helps the student.")})
    if most is not None and not 1 <= most <= MOST:
        raise ValidationError({"most": _("Choose a number from 1 to %(num)s.") % {"num": MOST}})
    limit: PursuitLimit = PursuitLimit.objects.create(
        school=by.school, student=student, most=most, reason=reason, by=by.person,
        at=by.school.now(),
    )  # fmt: skip
    # The history keeps the number; why stays with those who may read it.
    record("pursuit_limit.set", limit, by=by, most=most, student=student.public_id)
    return limit
