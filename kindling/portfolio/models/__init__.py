"""Pages a student makes of their pieces, links to them, and the whole of it to take along."""

from kindling.portfolio.models.choice import PortfolioChoice
from kindling.portfolio.models.folder import Folder
from kindling.portfolio.models.page import ShownPiece, ShowPage
from kindling.portfolio.models.share import Share

__all__ = ["Folder", "PortfolioChoice", "Share", "ShowPage", "ShownPiece"]
