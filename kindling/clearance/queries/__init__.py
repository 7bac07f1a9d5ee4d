"""How clearance stands: what apps above ask, and what the pages show."""

from kindling.clearance.queries.gating import gate, refusal
from kindling.clearance.queries.hours import hours_refusal
from kindling.clearance.queries.readiness import Readiness, readiness
from kindling.clearance.reading import Reading, rules_of

__all__ = ["Readiness", "Reading", "gate", "hours_refusal", "readiness", "refusal", "rules_of"]
