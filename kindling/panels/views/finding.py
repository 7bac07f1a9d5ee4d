"""Find a panel by the exhibition that is named in an address."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import visible_exhibitions
from kindling.panels import rules
from kindling.panels.models import Panel
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, public_id: str) -> Panel:
    return get_object_or_404(rules.visible_panels(request.viewer), exhibition__public_id=public_id)


def find_working(request: ViewerRequest, public_id: str) -> Panel:
    """A panel at work that the viewer sits on or leads. 404 for a family that only waits for it."""
    panel = find(request, public_id)
    if not may_enter(request, panel.exhibition):
        raise Http404
    return panel


def may_enter(request: ViewerRequest, exhibition: Exhibition) -> bool:
    viewer = request.viewer
    leads = rules.may_lead(viewer, exhibition) or viewer.is_leader
    return leads or bool(rules.part_in(viewer, exhibition))


def find_exhibition(request: ViewerRequest, public_id: str) -> Exhibition:
    return get_object_or_404(visible_exhibitions(request.viewer), public_id=public_id)
