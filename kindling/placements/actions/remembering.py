"""The student shares what they made at a place, and it can be taken back at any time."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.placements import rules
from kindling.placements.models import Memory, Placement
from kindling.schools.viewer import Viewer


@transaction.atomic
def share_memory(
    placement: Placement, *, made: str, shown_as: str = "", project: str = "", by: Viewer
) -> Memory:
    """Let others of the school read at this place what the student made; again changes the words.

    Raises Refused before the end, or after family or school took it back; ValidationError by field.
    """
    require(rules.may_share_memory(by, placement))
    Placement.objects.select_for_update().get(pk=placement.pk)
    if placement.state != Placement.State.ENDED:
        raise Refused(_("You can share what you made when the internship has ended."))
    made = " ".join(made.split())
    if not made:
        raise ValidationError({"made": _("Write what you made or did, in one line.")})
    before = Memory.objects.filter(placement=placement).select_related("revoked_by").first()
    if before is not None and rules.is_bound_by(before, placement.student):
        name = before.revoked_by.name if before.revoked_by else ""
        raise Refused(_("%(name)s took it back. Talk with them first.") % {"name": name})
    facts = {"made": made[:300], "shown_as": shown_as.strip()[:80], "project": project.strip()}
    facts["project"] = facts["project"][:200]
    fresh = {"said_at": by.school.now(), "revoked_at": None, "revoked_by": None}
    memory, _made = Memory.objects.update_or_create(
        placement=placement, defaults={"school": by.school, **facts, **fresh}
    )
    record("placement.share_memory", placement, by=by)
    return memory


@transaction.atomic
def revoke_memory(placement: Placement, *, by: Viewer) -> None:
    """Show it to nobody from now on. Twice is once."""
    require(rules.may_revoke_memory(by, placement))
    shared = Memory.objects.filter(placement=placement, revoked_at__isnull=True)
    if shared.update(revoked_at=by.school.now(), revoked_by=by.person):
        record("placement.revoke_memory", placement, by=by)
