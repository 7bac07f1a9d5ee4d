"""What pages show of credits, and what other apps ask."""

from kindling.credits.queries.pages import (
    RuleLine,
    Standing,
    Subject,
    credit_rows,
    crosswalk_lines,
    standing_of,
    term_review,
)
from kindling.credits.queries.waits import waits

__all__ = [
    "RuleLine", "Standing", "Subject", "credit_rows", "crosswalk_lines", "standing_of",
    "term_review", "waits",
]  # fmt: skip
