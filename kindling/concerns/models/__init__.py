"""What a family brings to the school, what the school tells, and what is said back."""

from kindling.concerns.models.concern import FamilyConcern
from kindling.concerns.models.telling import Telling, TellingReply

__all__ = ["FamilyConcern", "Telling", "TellingReply"]
