"""What a school chooses about keeping, what it destroyed, and what got lost."""

from kindling.privacy.models.breaches import Breach, BreachDuty, BreachLetter, BreachWord, Seen
from kindling.privacy.models.keeping import Hold, KeepChoice, WorkWish
from kindling.privacy.models.runs import Certificate, Run, RunLine

__all__ = [
    "Breach",
    "BreachDuty",
    "BreachLetter",
    "BreachWord",
    "Certificate",
    "Hold",
    "KeepChoice",
    "Run",
    "RunLine",
    "Seen",
    "WorkWish",
]
