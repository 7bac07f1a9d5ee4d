"""Which link of a family's letter opens a class or service."""

from __future__ import annotations

from kindling.families.doors import DOORS, Door, Found
from kindling.families.rules.family import children_of
from kindling.people.matters import Matter
from kindling.schools.viewer import Viewer
from kindling.services.rules import JOIN_SERVICE, visible_services


def _service(reader: Viewer, public_id: str) -> Found | None:
    """It is about no child; a link of a family names one all the same, whoever is first."""
    found = visible_services(reader).filter(public_id=public_id).first()
    student = children_of(reader, Matter.TOLD).first()
    return (found.public_id, student) if found and student else None


def hang_door() -> None:
    """Add the link, once."""
    DOORS["services.join"] = Door(JOIN_SERVICE, _service, days=30)
