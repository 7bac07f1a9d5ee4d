"""What pages show of judgements, and what other apps ask."""

from kindling.judgements.queries.pages import (
    TONES,
    goal_story,
    judged,
    judgement_page,
    lines_for,
    queue_filter,
    rests_on,
    student_lanes,
)
from kindling.judgements.queries.waits import waits

__all__ = [
    "TONES", "goal_story", "judged", "judgement_page", "lines_for", "queue_filter", "rests_on",
    "student_lanes", "waits",
]  # fmt: skip
