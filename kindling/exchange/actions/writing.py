"""Write a plan: a few statements for each kind of row, however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Model

from kindling.exchange.models import Import, ImportedChange
from kindling.exchange.planning.changes import Change, Plan, What
from kindling.history.steps import record_many
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
    for model, changes in changed.items():
        rows = [change.thing for change in changes.values()]
        names = fields[model] | ({"sort_name"} if "name" in fields[model] else set())
        names = {n for n in names if n in {f.name for f in model._meta.concrete_fields}}  # noqa: SLF001
        model._default_manager.bulk_update(rows, sorted(names), batch_size=BATCH)  # noqa: SLF001
    for model, things in added.items():
        tell(str(model._meta.verbose_name_plural), len(things))  # noqa: SLF001
        model._default_manager.bulk_create(things, batch_size=BATCH)  # noqa: SLF001
    _tell_history(imported, plan, by)


def keep_changes(imported: Import, plan: Plan) -> None:
    """Keep the plan as rows: the preview reads them, and undo."""
    rows = [
        ImportedChange(
            school=imported.school,
            parent=imported,
            order=order,
            model=change.model,
            subject_id=change.thing.public_id,
            what=change.what,
            before=change.before,
            after=change.after,
            label=change.label[:500],
            file=change.origin.file,
            row=change.origin.row,
            is_main=change.is_main,
        )
        for order, change in enumerate(plan.changes)
    ]
    ImportedChange.objects.bulk_create(rows, batch_size=BATCH)
    record_many("import.keep", [], by=Viewer.system(imported.school))


def _tell_history(imported: Import, plan: Plan, by: Viewer) -> None:
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for change in plan.changes:
        if change.model in TOLD:
            groups[change.model, change.what].append(change.thing)
    for (model, what), things in groups.items():
        noun = model.rpartition(".")[2]
        record_many(f"{noun}.{VERBS[What(what)]}", things, by=by, imported=imported.public_id)
