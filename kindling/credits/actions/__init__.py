"""The only writes of credits."""

from kindling.credits.actions.appeals import appeal, decline_appeal, grant_appeal
from kindling.credits.actions.giving import award_term, correct_credit
from kindling.credits.actions.writing import (
    add_clause,
    approve_crosswalk,
    choose_mode,
    put_line,
    remove_clause,
    remove_line,
    start_crosswalk,
)

__all__ = [
    "add_clause", "appeal", "approve_crosswalk", "award_term", "choose_mode", "correct_credit",
    "decline_appeal", "grant_appeal", "put_line", "remove_clause", "remove_line",
    "start_crosswalk",
]  # fmt: skip
