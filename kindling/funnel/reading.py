"""The ways of students, read in two statements however many there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kindling.advisory.rules import with_advisory
from kindling.funnel import rules
from kindling.funnel.facts import before, lost_in, within
from kindling.funnel.ways import Way
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer


def ways_of(viewer: Viewer, year: SchoolYear) -> list[Way]:
    """Return a way for each student who counts. Two statements."""
    lost = lost_in(year)
    rows = with_advisory(rules.counted_students(viewer)).order_by("person__sort_name", "pk")
    rows = rows.annotate(**before(), **within(year))
    names = ("grade", "person__language", "advisory_name", "enrolled_on")
    told = rows.values_list("pk", *names, *before(), *within(year))
    return [_way(row, lost) for row in told]


def _way(row: tuple[Any, ...], lost: Mapping[int, frozenset[str]]) -> Way:
    pk, grade, language, advisory, enrolled_on, *rest = row
    mine = lost.get(pk, frozenset())
    return Way._make((pk, grade, language, advisory or "", enrolled_on, *rest, mine))
