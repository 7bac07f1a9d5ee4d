"""What the addresses name, found through the rules."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kindling.narratives import rules
from kindling.narratives.models import Narrative, NarrativeRound
from kindling.schools.http import ViewerRequest


def find_round(request: ViewerRequest, public_id: str) -> NarrativeRound:
    return get_object_or_404(rules.visible_rounds(request.viewer), public_id=public_id)


def find(request: ViewerRequest, public_id: str) -> Narrative:
    return get_object_or_404(rules.visible_narratives(request.viewer), public_id=public_id)
