"""The only writes of portfolios."""

from kindling.portfolio.actions.making import (
    add_pieces,
    change_page,
    change_piece,
    choose_names,
    make_page,
    move_piece,
    put_page_away,
    take_piece_off,
)
from kindling.portfolio.actions.sharing import share_page, stop_share
from kindling.portfolio.actions.taking import take_along

__all__ = [
    "add_pieces",
    "change_page",
    "change_piece",
    "choose_names",
    "make_page",
    "move_piece",
    "put_page_away",
    "share_page",
    "stop_share",
    "take_along",
    "take_piece_off",
]
