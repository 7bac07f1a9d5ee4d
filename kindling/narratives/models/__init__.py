from kindling.narratives.models.narratives import Citation, Idea, Mention, Narrative, Part, Voice
from kindling.narratives.models.reading import Review
from kindling.narratives.models.rounds import NarrativeChoice, NarrativeRound, Section
from kindling.narratives.models.versions import (
    Acknowledgement,
    Copy,
    Printing,
    Translation,
    Version,
)

__all__ = [
    "Acknowledgement",
    "Citation",
    "Copy",
    "Idea",
    "Mention",
    "Narrative",
    "NarrativeChoice",
    "NarrativeRound",
    "Part",
    "Printing",
    "Review",
    "Section",
    "Translation",
    "Version",
    "Voice",
]
