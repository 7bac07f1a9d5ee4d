"""Exhibitions: their kinds, one student's, who comes, what is shown, and the rehearsals before."""

from kindling.exhibitions.models.exhibition import Exhibition, Result
from kindling.exhibitions.models.kind import Format, Kind, ProgrammeChoice
from kindling.exhibitions.models.materials import Material, Tick
from kindling.exhibitions.models.panelist import Panelist, Part
from kindling.exhibitions.models.preparing import Check, Feedback, Rehearsal

__all__ = [
    "Check", "Exhibition", "Feedback", "Format", "Kind", "Material", "Panelist", "Part", "ProgrammeChoice",
    "Rehearsal", "Result", "Tick",
]  # fmt: skip
