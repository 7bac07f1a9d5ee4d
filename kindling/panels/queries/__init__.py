"""What the pages of a panel show."""

from kindling.panels.queries.waits import waits

__all__ = ["waits"]
