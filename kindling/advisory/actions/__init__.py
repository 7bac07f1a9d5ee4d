"""Put students and advisors together, and let somebody stand in for some days."""

from kindling.advisory.actions.seating import (
    end_advisor,
    give_advisor,
    make_advisory,
    seat_student,
    unseat_student,
)
from kindling.advisory.actions.substitutes import end_substitute, name_substitute

__all__ = [
    "end_advisor",
    "end_substitute",
    "give_advisor",
    "make_advisory",
    "name_substitute",
    "seat_student",
    "unseat_student",
]
