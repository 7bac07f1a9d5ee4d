"""Write a plan: a few statements for each kind of row, however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Model

from kindling.exchange.labels import MANY
from kindling.exchange.models import Import
from kindling.exchange.planning.changes import ORDER, Change, Plan, What
from kindling.history.steps import record_many
from kindling.people.actions import settle_school
from kindling.schools.viewer import Viewer

BATCH = 400
# People, students, advisories and places have a history of their own to read.
TOLD = {"schools.person", "people.student", "advisory.advisory", "sites.opportunity"}
VERBS = {
    What.ADDED: "add",
    What.CHANGED: "change",
    What.ENDED: "end",
    What.REOPENED: "reopen",
}

type Tell = Callable[[str, int], None]


def write_plan(imported: Import, plan: Plan, *, by: Viewer, tell: Tell) -> None:
    """Save every row of the plan, first what ends or changes, then what is new."""
    changed: dict[type[Model], dict[str, Change]] = defaultdict(dict)
    fields: dict[type[Model], set[str]] = defaultdict(set)
    added: dict[type[Model], list[Any]] = defaultdict(list)
    for change in plan.changes:
        model = type(change.thing)
        if change.what == What.ADDED:
            added[model].append(change.thing)
        elif change.thing.pk is not None:
            changed[model][change.thing.public_id] = change
            fields[model] |= set(change.after)
    for kind, changes in changed.items():
        rows = [change.thing for change in changes.values()]
        names = fields[kind] | ({"sort_name"} if "name" in fields[kind] else set())
        names = {n for n in names if n in {f.name for f in kind._meta.concrete_fields}}  # noqa: SLF001
        kind._default_manager.bulk_update(rows, sorted(names), batch_size=BATCH)  # noqa: SLF001
    for kind in sorted(added, key=lambda kind: ORDER.index(kind._meta.label_lower)):  # noqa: SLF001
        things = added[kind]
        tell(str(MANY[kind._meta.label_lower]), len(things))  # noqa: SLF001
        kind._default_manager.bulk_create(things, batch_size=BATCH)  # noqa: SLF001
    settle_school(by=by)  # who is connected again is bound by the same limits
    for verb, things in _told(plan).items():
        record_many(verb, things, by=by, imported=imported.public_id)


def _told(plan: Plan) -> dict[str, list[Any]]:
    """The rows whose history must say what happened, by verb."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for change in plan.changes:
        if change.model in TOLD:
            noun = change.model.rpartition(".")[2]
            groups[f"{noun}.{VERBS[What(change.what)]}"].append(change.thing)
    return groups
