"""What apps above add to the pages of a site, a place and a mentor.

They register a function here, in their AppConfig.ready. Nothing to show costs what they ask for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site


@dataclass(frozen=True)
class Part:
    """A template, and what it shows as `part.facts`. `beside`: it belongs in the narrow column."""

    template: str
    facts: Any
    beside: bool = False


type Show = Callable[[Viewer, Site | Opportunity | Person], Part | None]

SHOWN: list[Show] = []


def show_along(show: Show) -> None:
    """Register a part; twice is once. `show` says by what it is given which page it is for."""
    if show not in SHOWN:
        SHOWN.append(show)


def parts_for(viewer: Viewer, thing: Site | Opportunity | Person) -> list[Part]:
    """Return what is shown along, in the order of registration."""
    shown = (show(viewer, thing) for show in SHOWN)
    return [part for part in shown if part is not None]
