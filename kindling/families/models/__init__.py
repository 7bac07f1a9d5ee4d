"""What is written to families, what they offer and say, and what a school chose for them."""

from kindling.families.models.after import AfterWord
from kindling.families.models.choice import FamilyChoice
from kindling.families.models.offer import FamilyOffer
from kindling.families.models.wish import MeetingWish
from kindling.families.models.words import WeekWords, WordsTranslation

__all__ = [
    "AfterWord",
    "FamilyChoice",
    "FamilyOffer",
    "MeetingWish",
    "WeekWords",
    "WordsTranslation",
]
