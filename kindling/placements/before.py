"""What apps above ask of a student before they ask for a place.

They register a check here; placements asks all of them last, and knows none.
"""

from __future__ import annotations

from collections.abc import Callable

from kindling.people.models import Student
from kindling.schools.models import School

type Check = Callable[[Student, School], str]

CHECKS: list[Check] = []


def check_before(check: Check) -> Check:
    """Register a function that says in one sentence what has to come first, or ""."""
    if check not in CHECKS:
        CHECKS.append(check)
    return check


def what_comes_first(student: Student, school: School) -> str:
    """Return the first sentence of any check, or "". A statement for each check at most."""
    return next((words for check in CHECKS if (words := check(student, school))), "")
