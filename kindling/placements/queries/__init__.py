"""What the pages of pursuits and internships show."""

from kindling.placements.queries.filters import Filter, chosen
from kindling.placements.queries.placements import (
    PlacementPage,
    PlacementRow,
    in_force,
    placement_filters,
    placement_page,
    placement_row,
    placements_to_list,
)
from kindling.placements.queries.pursuits import (
    PursuitPage,
    PursuitRow,
    pursuit_filters,
    pursuit_page,
    pursuit_row,
    pursuit_rows,
    pursuits_to_list,
    standing,
)

__all__ = [
    "Filter",
    "PlacementPage",
    "PlacementRow",
    "PursuitPage",
    "PursuitRow",
    "chosen",
    "in_force",
    "placement_filters",
    "placement_page",
    "placement_row",
    "placements_to_list",
    "pursuit_filters",
    "pursuit_page",
    "pursuit_row",
    "pursuit_rows",
    "pursuits_to_list",
    "standing",
]
