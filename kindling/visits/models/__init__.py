"""Visits at sites and at home, and how often a school wants them."""

from kindling.visits.models.home import HomeVisit, Opening, Sensitive
from kindling.visits.models.policy import Cadence, HomeReader, VisitPolicy
from kindling.visits.models.visit import Visit

__all__ = ["Cadence", "HomeReader", "HomeVisit", "Opening", "Sensitive", "Visit", "VisitPolicy"]
