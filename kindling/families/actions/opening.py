"""From the letter to the one thing that is to be done: a link of its own, for its bearer alone."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kindling.families import rules
from kindling.families.doors import DOORS
from kindling.kit.http import require
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.schools.viewer import Viewer


@transaction.atomic
def open_door(key: str, *, by: Viewer) -> Pass | None:
    """Return the link for one thing of the letter ("plan.sign:ab12"), made when there is none.

    None when there is no such thing for this reader. Two taps find one link.
    """
    require(rules.is_family(by) and by.person is not None)
    reader = rules.reader_of(by)
    kind, _colon, public_id = key.partition(":")
    door = DOORS.get(kind)
    found = door.find(reader, public_id) if door else None
    if door is None or found is None or by.person is None:
        return None
    subject, student = found
    # The second tap waits here and finds what the first one made.
    type(by.person).objects.select_for_update().get(pk=by.person.pk)
    held = _open_one(by, door.purpose, subject)
    return held or make_pass(
        by.person, door.purpose, [subject], by=by, days=door.days, needs_code=True, about=student
    )


def _open_one(by: Viewer, purpose: str, subject: str) -> Pass | None:
    """A link of this bearer for this one thing that still works."""
    rows = Pass.objects.filter(
        school=by.school, bearer=by.person, purpose=purpose, revoked_at__isnull=True,
        expires_at__gt=timezone.now(), needs_code=True,
    )  # fmt: skip
    return next((one for one in rows.order_by("-pk") if one.subjects == [subject]), None)
