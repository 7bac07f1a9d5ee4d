"""Find what one may see; a 404 for all else."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kindling.gateways import rules
from kindling.gateways.models import Checklist, Gateway, Line
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(students_in_full(request.viewer, Matter.WORK), public_id=public_id)


def find_gateway(request: ViewerRequest, public_id: str) -> Gateway:
    return get_object_or_404(rules.visible_gateways(request.viewer), public_id=public_id)


def find_line(gateway: Gateway, public_id: str) -> Line:
    """A line of the version that this student goes by."""
    return get_object_or_404(rules.lines_of([gateway.checklist_id]), public_id=public_id)


def find_checklist(request: ViewerRequest, public_id: str) -> Checklist:
    return get_object_or_404(rules.visible_checklists(request.viewer), public_id=public_id)
