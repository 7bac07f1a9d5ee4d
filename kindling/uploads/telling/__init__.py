"""What a file is. Its bytes say it, never its name."""

from kindling.uploads.telling.signs import Told, tell

__all__ = ["Told", "tell"]
