"""The roll: one mark for a student and a day, what was changed, and the sums of months."""

from kindling.roll.models.code import Code, Meaning
from kindling.roll.models.correction import Correction
from kindling.roll.models.mark import Mark, MarkQuerySet
from kindling.roll.models.month import MonthSum, MonthSumQuerySet
from kindling.roll.models.school_month import SchoolMonth, SchoolMonthQuerySet

__all__ = [
    "Code", "Correction", "Mark", "MarkQuerySet", "Meaning", "MonthSum", "MonthSumQuerySet",
    "SchoolMonth", "SchoolMonthQuerySet",
]  # fmt: skip
