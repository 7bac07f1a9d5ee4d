"""Pursuits and internships as JSON, by the rules and actions of the pages."""

from kindling.placements.api import chain, queue
from kindling.placements.api.placements import placements
from kindling.placements.api.pursuits import pursuits

__all__ = ["chain", "placements", "pursuits", "queue"]
