"""What pages of a portfolio show."""

from kindling.portfolio.queries.showing import (
    Shown,
    ShownOne,
    find_share,
    preview_of,
    shares_of,
    shown_of,
)

__all__ = ["Shown", "ShownOne", "find_share", "preview_of", "shares_of", "shown_of"]
