"""Pages that wait for an advisor, sendings that wait for a yes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.disclosures.rules import may_consent
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.transcripts import rules
from kindling.transcripts.models import Draft, Sending

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for this viewer, longest first. Two statements, and one for each asked."""
    if viewer.purpose or viewer.person is None:
        return []
    found = []
    if viewer.is_a(Role.ADVISOR):
        found += [_draft(row) for row in rules.drafts_to_agree(viewer)[:MOST]]
    if viewer.is_a(Role.STUDENT, Role.GUARDIAN, Role.ALUM):
        asked = rules.visible_sendings(viewer).filter(state=Sending.State.ASKED)
        found += [_sending(row) for row in asked[:MOST] if may_consent(viewer, row.student)]
    return found[:MOST]


def _draft(row: Draft) -> Wait:
    say = _("Read the transcript page of %(name)s, and agree on it") % {"name": row.student.name}
    return Wait(
        f"transcript.draft:{row.public_id}", say, row.get_absolute_url(), HoldsUp.STUDENT,
        row.since, row.student.name, "scroll-text",
    )  # fmt: skip


def _sending(row: Sending) -> Wait:
    say = _("Say if %(to)s may have the transcript of %(name)s") % {
        "to": row.to, "name": row.student.first,
    }  # fmt: skip
    return Wait(
        f"transcript.send:{row.public_id}", say, row.get_absolute_url(), HoldsUp.STUDENT,
        row.asked_at, row.student.name, "send",
    )  # fmt: skip
