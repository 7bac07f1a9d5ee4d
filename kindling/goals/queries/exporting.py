"""A version of a framework with all that belongs to it, to be written as CASE."""

from __future__ import annotations

from kindling.goals.case.writing import Version
from kindling.goals.models import Framework
from kindling.goals.queries.tree import levels_of
from kindling.goals.rules import meanings_in


def version_of(framework: Framework, base: str) -> Version:
    """Read a version. Four statements. base: the address below which CASE is served, with a slash."""
    return Version(
        framework=framework,
        goals=tuple(framework.goals.select_related("parent").order_by("path")),
        links=tuple(framework.associations.order_by("pk")),
        levels=tuple(levels_of(framework)),
        progressions=tuple(meanings_in(framework)),
        base=base,
    )
