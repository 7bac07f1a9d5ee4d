"""The internship day, what was said about it, and the hours it adds up to."""

from kindling.attendance.models.choice import MentorChoice, Rhythm
from kindling.attendance.models.day import Day, DayQuerySet
from kindling.attendance.models.entry import Entry, Method
from kindling.attendance.models.hours import Hours, HoursQuerySet, Sum

__all__ = [
    "Day",
    "DayQuerySet",
    "Entry",
    "Hours",
    "HoursQuerySet",
    "MentorChoice",
    "Method",
    "Rhythm",
    "Sum",
]
