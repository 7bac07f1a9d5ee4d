"""Exhibition weeks: their days and rooms, who can when, and where each exhibition stands."""

from kindling.weeks.models.planning import Change, Run, Sitting
from kindling.weeks.models.week import FreeTime, Interpreter, Week, WeekDay, WeekKind, WeekRoom

__all__ = [
    "Change", "FreeTime", "Interpreter", "Run", "Sitting", "Week", "WeekDay", "WeekKind",
    "WeekRoom",
]  # fmt: skip
