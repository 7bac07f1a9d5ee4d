"""What a new school is given by the apps above, such as its learning goals.

They register here; whoever makes a school (set-up, a command, an import, the demo) calls `begin`.
"""

from __future__ import annotations

from collections.abc import Callable

from kindling.schools.models import School

type Gift = Callable[[School], None]
GIFTS: list[Gift] = []


def begin_with(gift: Gift) -> None:
    """Register what each new school gets; twice is once. It must do no harm when called again."""
    if gift not in GIFTS:
        GIFTS.append(gift)


def begin(school: School) -> None:
    """Give a school that was just made what all begin with."""
    for gift in GIFTS:
        gift(school)
