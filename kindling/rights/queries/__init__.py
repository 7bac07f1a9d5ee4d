"""What the pages show."""

from kindling.rights.queries.pages import (
    area_groups,
    item_line,
    item_row,
    rights_page,
    summary_of,
)
from kindling.rights.queries.waits import waits

__all__ = [
    "area_groups",
    "item_line",
    "item_row",
    "rights_page",
    "summary_of",
    "waits",
]
