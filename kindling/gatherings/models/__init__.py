"""What an advisory does together."""

from kindling.gatherings.models.gathering import Gathering, Missing, Reflection, Theme
from kindling.gatherings.models.turn import Turn

__all__ = ["Gathering", "Missing", "Reflection", "Theme", "Turn"]
