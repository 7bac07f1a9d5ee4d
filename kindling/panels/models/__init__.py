"""A panel at work: its sheet, what each one said, where they differ, what was agreed."""

from kindling.panels.models.agreed import Condition, Difference
from kindling.panels.models.forms import Form, Score
from kindling.panels.models.panel import Panel

__all__ = ["Condition", "Difference", "Form", "Panel", "Score"]
