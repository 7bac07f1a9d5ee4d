"""What a student does to find out: activities, interviews, shadow days, rehearsals."""

from kindling.exploring.models.activity import Activity, Assignment
from kindling.exploring.models.choice import ExploringChoice, OwnQuestion
from kindling.exploring.models.experience import Experience
from kindling.exploring.models.interview import Interview
from kindling.exploring.models.rehearsal import Rehearsal
from kindling.exploring.models.shadow import ShadowDay

__all__ = [
    "Activity", "Assignment", "Experience", "ExploringChoice", "Interview", "OwnQuestion",
    "Rehearsal", "ShadowDay",
]  # fmt: skip
