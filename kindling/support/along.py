"""What an app above draws on the page of a concern: a template with its facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kindling.schools.viewer import Viewer
from kindling.support.models import Concern

type Facts = Callable[[Viewer, Concern], Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A template, drawn on the page with `facts`."""

    template: str
    facts: Any


_drawn: dict[str, Facts] = {}


def register(template: str, facts: Facts) -> None:
    """Draw the template where `facts` finds some; registered twice it is once."""
    _drawn[template] = facts


def sections(viewer: Viewer, thing: Concern) -> list[Section]:
    """What is drawn for this viewer, who reads the thing."""
    found = ((template, facts(viewer, thing)) for template, facts in _drawn.items())
    return [Section(template, told) for template, told in found if told is not None]
