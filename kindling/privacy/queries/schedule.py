"""The published schedule: what is kept, what for and how long, from the files of the apps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kindling.inventory.reaching import end_of
from kindling.inventory.reading import STRONGEST, Kept, inventory
from kindling.inventory.words import CLASSES, KEEPS, TOPICS
from kindling.privacy.words import how_long

# Of a topic only ends that say something for themselves: the way a file goes with its row does not.
SILENT = {"parent"}


@dataclass(frozen=True)
class Heading:
    """One topic: its words, how many fields of which class, and each way it ends."""

    key: str
    label: Any
    what: Any
    why: Any
    ends: list[tuple[Any, str]]  # what, how long
    classes: list[tuple[Any, int]]


@dataclass(frozen=True)
class Table:
    """One model for the full list: in English, with names as programs know them."""

    label: str
    what: str
    end: str
    fields: list[tuple[str, list[str]]]  # class → names


def headings(chosen: dict[str, int]) -> list[Heading]:
    """Every topic in its order; no statement."""
    return [_heading(key, chosen) for key in TOPICS]


def _heading(key: str, chosen: dict[str, int]) -> Heading:
    topic, models = TOPICS[key], [k for k in inventory().values() if k.topic == key]
    names = Counter(one for kept in models for one in kept.fields.values())
    there = {end_of(kept) for kept in models}
    there |= {end for kept in models for end in kept.sooner.values()}
    ends = [end for end in KEEPS if end in there]
    counted = [(CLASSES[one], names[one]) for one in STRONGEST if names[one]]
    told = [(KEEPS[end].label, how_long(end, chosen)) for end in ends if end not in SILENT]
    return Heading(key, topic.label, topic.what, topic.why, told, counted)


def tables(chosen: dict[str, int]) -> list[tuple[str, list[Table]]]:
    """App → its models."""
    found: dict[str, list[Table]] = {}
    for kept in inventory().values():
        found.setdefault(kept.app, []).append(_table(kept, chosen))
    return list(found.items())


def _table(kept: Kept, chosen: dict[str, int]) -> Table:
    by_class = {one: [n for n, its in kept.fields.items() if its == one] for one in STRONGEST}
    fields = [(str(CLASSES[one]), names) for one, names in by_class.items() if names]
    return Table(kept.label, kept.what, how_long(end_of(kept), chosen), fields)


LEGEND: list[tuple[Any, Any]] = [
    (CLASSES["public"], _("The school says it to everybody.")),
    (CLASSES["directory"], _("May stand on a programme. A family may say no.")),
    (
        CLASSES["record"],
        _("About a student. For the student, the family and those who guide them."),
    ),
    (CLASSES["sensitive"], _("Health, home, harm, secrets, private words. For a few by name.")),
    (CLASSES["adult"], _("About a mentor, a guardian or who works here.")),
    (CLASSES["school"], _("About nobody: calendars and choices.")),
    (CLASSES["technical"], _("Keys and counters of the machine.")),
]
