"""Find what the viewer may see; everything else is a 404."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_date

from kindling.placements.models import Placement
from kindling.schools.http import ViewerRequest
from kindling.visits import rules
from kindling.visits.models import HomeVisit, Visit


def find(request: ViewerRequest, public_id: str) -> Visit:
    return get_object_or_404(rules.visible_visits(request.viewer), public_id=public_id)


def find_place(request: ViewerRequest, public_id: str) -> Placement:
    """An internship one may visit."""
    return get_object_or_404(rules.visitable_placements(request.viewer), public_id=public_id)


def find_seen_place(request: ViewerRequest, public_id: str) -> Placement:
    """An internship whose visits one may read about."""
    return get_object_or_404(rules.seen_placements(request.viewer), public_id=public_id)


def find_home(request: ViewerRequest, public_id: str) -> HomeVisit:
    return get_object_or_404(rules.visible_home_visits(request.viewer), public_id=public_id)


def asked_day(request: HttpRequest, name: str, usual: date) -> date:
    """A day of the address; the usual one where it is none."""
    try:
        return parse_date(request.GET.get(name, "")) or usual
    except ValueError:
        return usual
