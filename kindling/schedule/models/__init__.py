"""When there is school, what a week looks like, and what is different on a date."""

from kindling.schedule.models.changes import Change, ChangedBlock
from kindling.schedule.models.closures import Closure
from kindling.schedule.models.commitments import Commitment
from kindling.schedule.models.weeks import LETTERS, Anchor, AnyBlock, Block, Kind, Week

__all__ = [
    "LETTERS",
    "Anchor",
    "AnyBlock",
    "Block",
    "Change",
    "ChangedBlock",
    "Closure",
    "Commitment",
    "Kind",
    "Week",
]
