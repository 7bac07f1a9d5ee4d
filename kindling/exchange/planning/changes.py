"""One row to write, with what it was and what it becomes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import models

from kindling.exchange.models import ImportedChange
from kindling.exchange.planning.wanted import Origin
from kindling.schools.models import SchoolOwned

What = ImportedChange.What
NOT_TOLD = {"id", "school", "public_id", "created_at", "sort_name", "phone_tail", "words"}

# A row is written after the rows it points to, and removed before them.
ORDER = (
    "schools.person",
    "schools.membership",
    "people.student",
    "advisory.advisory",
    "advisory.advisoryadvisor",
    "advisory.advisorystudent",
    "people.connection",
    "sites.organisation",
    "sites.site",
    "sites.sitementor",
    "sites.opportunity",
    "sites.opportunityarea",
    "sites.seat",
)


@dataclass
class Change:
    """`thing` is a new row, or a known one whose fields are set already and not yet saved."""

    thing: SchoolOwned
    what: str
    label: str
    origin: Origin
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    is_main: bool = True

    @property
    def model(self) -> str:
        return self.thing._meta.label_lower  # noqa: SLF001 (Django's public name for it)


@dataclass
class Plan:
    """Changes in the order in which they must be written. Undo goes the other way round."""

    changes: list[Change] = field(default_factory=list)
    added: dict[str, Change] = field(default_factory=dict)  # by public id

    def add(self, thing: SchoolOwned, label: str, origin: Origin, *, is_main: bool = True) -> None:
        """Plan a new row."""
        after = {name: as_json(getattr(thing, name)) for name in told_fields(type(thing))}
        change = Change(thing, What.ADDED, label, origin, after=after, is_main=is_main)
        self.changes.append(change)
        self.added[thing.public_id] = change

    def change(
        self,
        thing: SchoolOwned,
        facts: dict[str, Any],
        label: str,
        origin: Origin,
        *,
        what: str = What.CHANGED,
        is_main: bool = True,
    ) -> bool:
        """Set those facts that differ and plan the row; False when nothing differs."""
        differing = {name: value for name, value in facts.items() if getattr(thing, name) != value}
        if not differing:
            return False
        before = {name: as_json(getattr(thing, name)) for name in differing}
        after = {name: as_json(value) for name, value in differing.items()}
        for name, value in differing.items():
            setattr(thing, name, value)
        new = self.added.get(thing.public_id)
        if new is not None:
            new.after |= after  # still to be written: one change is enough
        else:
            self.changes.append(Change(thing, what, label, origin, before, after, is_main))
        return new is None

    def counts(self) -> dict[str, dict[str, int]]:
        """Return {"people.student": {"added": 3, …}, …, "totals": {"added": …}} of main rows."""
        found: dict[str, Counter[str]] = {"totals": Counter()}
        for change in self.changes:
            found.setdefault(change.model, Counter())[change.what] += 1
            if change.is_main:
                found["totals"][change.what] += 1
        return {name: dict(counter) for name, counter in found.items()}

    def is_empty(self) -> bool:
        return not self.changes


def told_fields(model: type[models.Model]) -> list[str]:
    """The plain fields of a model, without relations and what every row has."""
    fields = model._meta.concrete_fields  # noqa: SLF001 (Django's public name for it)
    return [f.name for f in fields if not f.is_relation and f.name not in NOT_TOLD]


def as_json(value: Any) -> Any:
    """Dates and times as ISO text, everything else as it is."""
    return value.isoformat() if isinstance(value, date | time) else value
