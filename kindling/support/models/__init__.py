"""What helps a student to learn, and what worries the adults around them. Read by few."""

from kindling.support.models.concern import Concern, ConcernReader, ConcernReading, ConcernWord
from kindling.support.models.goal import (
    EarlierGoal,
    SupportGoal,
    SupportReader,
    SupportReading,
    SupportTravel,
)

__all__ = [
    "Concern", "ConcernReader", "ConcernReading", "ConcernWord", "EarlierGoal", "SupportGoal",
    "SupportReader", "SupportReading", "SupportTravel",
]  # fmt: skip
