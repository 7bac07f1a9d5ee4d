"""What apps above ask about evidence."""

from kindling.evidence.queries.counted import (
    Kept,
    evidence_line,
    evidence_lines,
    kept_for_items,
    kept_for_projects,
)
from kindling.evidence.queries.picking import pickable

__all__ = [
    "Kept", "evidence_line", "evidence_lines", "kept_for_items", "kept_for_projects", "pickable",
]  # fmt: skip
