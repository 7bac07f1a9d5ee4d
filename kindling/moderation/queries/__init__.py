"""What the pages of moderation show."""

from kindling.moderation.queries.exemplars import exemplar_page, first_words, photo_of, shelves
from kindling.moderation.queries.sittings import (
    SampledPage,
    SittingPage,
    sampled_page,
    sitting_lines,
    sitting_page,
    words_of,
)
from kindling.moderation.queries.waits import waits

__all__ = [
    "SampledPage", "SittingPage", "exemplar_page", "first_words", "photo_of", "sampled_page",
    "shelves", "sitting_lines", "sitting_page", "waits", "words_of",
]  # fmt: skip
