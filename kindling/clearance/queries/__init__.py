"""How clearance stands: what apps above ask, and what the pages show."""

from kindling.clearance.queries.gating import gate, refusal
from kindling.clearance.reading import Reading, rules_of

__all__ = ["Reading", "gate", "refusal", "rules_of"]
