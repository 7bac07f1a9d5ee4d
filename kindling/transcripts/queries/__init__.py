"""What pages of transcripts show."""

from kindling.transcripts.queries.pages import (
    KindLine,
    Page,
    draft_page,
    list_rows,
    shown_paper,
    shown_piece,
    shown_sending,
    student_page,
)
from kindling.transcripts.queries.waits import waits

__all__ = [
    "KindLine", "Page", "draft_page", "list_rows", "shown_paper", "shown_piece", "shown_sending", "student_page",
    "waits",
]  # fmt: skip
