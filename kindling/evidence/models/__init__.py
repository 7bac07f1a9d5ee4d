"""What a student made, did or was told, kept to show learning."""

from kindling.evidence.models.choice import EvidenceChoice
from kindling.evidence.models.depicted import Depicted
from kindling.evidence.models.evidence import Evidence, Series
from kindling.evidence.models.tag import Tag
from kindling.evidence.models.tally import Tally

__all__ = ["Depicted", "Evidence", "EvidenceChoice", "Series", "Tag", "Tally"]
