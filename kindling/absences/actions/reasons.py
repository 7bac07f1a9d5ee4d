"""The school's reasons and their codes, and who sits at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kindling.absences import rules
from kindling.absences.models import SEEDED, Desk, Reason
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.schools.viewer import Viewer


@transaction.atomic
def seed_reasons(*, by: Viewer) -> list[Reason]:
    """Give a school without reasons the usual ones. Two at once make one set."""
    if Reason.objects.filter(school=by.school).exists():
        return []
    made: list[Reason] = Reason.objects.bulk_create(
        Reason.seeds(by.school.pk), ignore_conflicts=True
    )
    record_many("reason.seed", made, by=by)
    return made


def reason_named(code: str, *, by: Viewer) -> Reason | None:
    """Return the school's reason with this code; None for "". Makes the usual ones when missing.

    Raises Refused for a code that the school does not have.
    """
    if not code:
        return None
    found = Reason.objects.filter(school=by.school, code=code).first()
    if found is None and code in SEEDED and seed_reasons(by=by):
        found = Reason.objects.filter(school=by.school, code=code).first()
    if found is None:
        raise Refused(_("The school does not have this reason. Choose another."))
    return found


@transaction.atomic
def add_reason(*, by: Viewer, label: str, kind: str, **facts: Any) -> Reason:
    """Add a reason of the school's own. Its code follows from the word and never changes."""
    require(rules.may_change_reasons(by))
    seed_reasons(by=by)
    code = slugify(label)[:30] or "reason"
    if Reason.objects.filter(school=by.school, code=code).exists():
        code = f"{code[:30]}-{new_public_id()[:5]}"
    reason: Reason = Reason.objects.create(
        school=by.school, code=code, label=label, kind=kind, **facts
    )
    record("reason.add", reason, by=by, label=label)
    return reason


@transaction.atomic
def change_reason(reason: Reason, *, by: Viewer, is_offered: bool, **facts: Any) -> None:
    """Change word, code or who may use it. What was reported keeps its reason.

    is_offered: nobody chooses a reason that is retired; days that have it keep it.
    """
    require(rules.may_change_reasons(by))
    retired = None if is_offered else (reason.retired_on or by.school.today())
    facts["retired_on"] = retired
    was = {name: str(getattr(reason, name)) for name in facts}
    for name, value in facts.items():
        setattr(reason, name, value)
    reason.save(update_fields=list(facts))
    record("reason.change", reason, by=by, was=was)


@transaction.atomic
def choose_desk(roles: Sequence[str], *, by: Viewer) -> Desk:
    """Say which hats take word of absences and alarms. Refused when nobody is left."""
    require(rules.may_change_reasons(by))
    chosen = [role.value for role in Desk.CHOICES if role.value in roles]
    if not chosen:
        raise Refused(_("Choose at least one, so that somebody hears of an absence."))
    desk, _made = Desk.objects.update_or_create(school=by.school, defaults={"roles": chosen})
    record("desk.choose", desk, by=by, roles=chosen)
    return desk
