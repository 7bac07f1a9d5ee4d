"""Which links of a family's letter lead here, and the button beside each child."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kindling.concerns.rules import (
    FAMILY_CONCERN,
    READ_TELLING,
    children_to_speak_of,
    own_concerns,
    visible_tellings,
)
from kindling.families.doors import DOORS, Door, Found, offer_button
from kindling.schools.viewer import Viewer
from kindling.uploads.rules import let_send


def _child(reader: Viewer, public_id: str) -> Found | None:
    found = children_to_speak_of(reader).filter(public_id=public_id).first()
    return (found.public_id, found) if found else None


def _concern(reader: Viewer, public_id: str) -> Found | None:
    found = own_concerns(reader).filter(public_id=public_id).first()
    return (found.student.public_id, found.student) if found else None


def _telling(reader: Viewer, public_id: str) -> Found | None:
    found = visible_tellings(reader).filter(public_id=public_id).first()
    return (found.public_id, found.student) if found else None


def hang_doors() -> None:
    """Add the links and the button, once; let a family send its voice behind its link."""
    DOORS["child.concern"] = Door(FAMILY_CONCERN, _child, days=30)
    DOORS["concerns.read"] = Door(FAMILY_CONCERN, _concern, days=30)
    DOORS["tellings.read"] = Door(READ_TELLING, _telling, days=30)
    offer_button("child.concern", "concerns:of", "message-circle-warning", _("Tell a concern"))
    let_send(FAMILY_CONCERN)
    let_send(READ_TELLING)
