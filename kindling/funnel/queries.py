"""From an interest to an internship that ended: read in one statement, counted in Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from kindling.advisory.rules import with_advisory
from kindling.funnel import rules
from kindling.funnel.facts import before, within
from kindling.funnel.ways import GroupRow, Step, Way, groups_of, steps_of
from kindling.people.models import Student
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer

GROUPS = ("grade", "advisory", "language")


@dataclass(frozen=True)
class Funnel:
    """Everything the page shows; `waiting` are ways of who never asked, the longest first."""

    students: int
    steps: list[Step]
    groups: list[GroupRow]
    waiting: list[Way]


def funnel_of(viewer: Viewer, year: SchoolYear, by: str) -> Funnel:
    """Read the ways of all who count and sum them up. One statement, whatever the number."""
    ways = ways_of(viewer, year)
    own = rules.is_of_own(viewer)
    waiting = sorted((way for way in ways if way.never_asked), key=lambda way: way.since_on)
    named = rules.may_see_names(viewer)
    return Funnel(
        len(ways),
        steps_of(ways, own=own),
        [] if own else groups_of(ways, by),
        waiting if named else [],
    )


def ways_of(viewer: Viewer, year: SchoolYear) -> list[Way]:
    """Return a way for each student who counts. One statement."""
    rows = with_advisory(rules.counted_students(viewer)).order_by("person__sort_name", "pk")
    rows = rows.annotate(**before(), **within(year))
    names = ("grade", "person__language", "advisory_name", "enrolled_on")
    told = rows.values_list("pk", *names, *before(), *within(year))
    return [_way(row) for row in told]


def _way(row: tuple[Any, ...]) -> Way:
    pk, grade, language, advisory, enrolled_on, *rest = row
    group = grade or _("No grade")
    return Way(pk, group, language_name(language), advisory or _("No advisory"), enrolled_on, *rest)


def language_name(code: str) -> str:
    """The language of the home in the reader's own words."""
    try:
        return str(get_language_info(code)["name_translated"]).capitalize()
    except KeyError:
        return code or _("Unknown")


def students_waiting(ways: list[Way]) -> list[tuple[Student, Way]]:
    """Return who they are, for the ways of one page. One statement."""
    keys = [way.student for way in ways]
    found = rules.named_students(keys).in_bulk() if keys else {}
    return [(found[way.student], way) for way in ways]
