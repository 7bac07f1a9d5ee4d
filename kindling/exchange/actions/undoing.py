"""Take an import back, but nothing that somebody touched since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _

from kindling.exchange import rules
from kindling.exchange.keeping import shelve_again
from kindling.exchange.models import Import, ImportedChange
from kindling.exchange.planning.changes import ORDER, What, as_json
from kindling.history.steps import record_many, take_step
from kindling.kit.http import require
from kindling.schools.viewer import Viewer

BATCH = 400
# These rows make no sense without the one they hang on: they stay when it stays.
PART_OF = {
    "schools.membership": "person",
    "people.student": "person",
    "advisory.advisorystudent": "student",
    "sites.opportunityarea": "opportunity",
    "sites.seat": "opportunity",
}


@dataclass
class Undoing:
    """The rows an import added, by model and public id, and those that must stay."""

    imported: Import
    changes: list[ImportedChange]
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    staying: dict[tuple[str, str], str] = field(default_factory=dict)  # → why

    def is_added(self, change: ImportedChange) -> bool:
        return change.what == What.ADDED


@transaction.atomic
def undo_import(imported: Import, *, by: Viewer) -> None:
    """Restore what the import changed and remove what it added, unless touched since.

    What stays is listed in `imported.left` with its reason.
    """
    require(rules.may_import(by, imported.kind))
    take_step(imported, "undo", by=by)
    undoing = Undoing(imported, list(imported.changes.order_by("-order")))
    for model in {change.model for change in undoing.changes}:
        _load(undoing, model)
    _find_touched(undoing)
    _find_used(undoing)
    _spread(undoing)
    _remove(undoing, by)
    _restore(undoing, by)
    shelve_again(imported)
    imported.left = _reasons(undoing)
    imported.save(update_fields=["left"])


def _load(undoing: Undoing, label: str) -> None:
    model = apps.get_model(label)
    ids = undoing.imported.changes.filter(model=label).values("subject_id")
    rows = model._default_manager.filter(public_id__in=ids)  # noqa: SLF001
    undoing.rows[label] = {row.public_id: row for row in rows}


def _find_touched(undoing: Undoing) -> None:
    """A row that is not as the import left it belongs to whoever changed it."""
    latest: set[tuple[str, str, str]] = set()
    for change in undoing.changes:  # the last change first
        row = undoing.rows[change.model].get(change.subject_id)
        if row is None:
            continue
        if getattr(row, "merged_into_id", None):
            why = _("Somebody changed it since.")
            undoing.staying[change.model, change.subject_id] = why
        for name, value in change.after.items():
            place = (change.model, change.subject_id, name)
            if place not in latest and as_json(getattr(row, name)) != value:
                why = _("Somebody changed it since.")
                undoing.staying[change.model, change.subject_id] = why
            latest.add(place)


def _find_used(undoing: Undoing) -> None:
    """A row that something else hangs on by now stays, too."""
    added = undoing.imported.changes.filter(what=What.ADDED)
    for label in undoing.rows:
        model = apps.get_model(label)
        mine = added.filter(model=label).values("subject_id")
        for relation in model._meta.get_fields(include_hidden=True):  # noqa: SLF001
            if not isinstance(relation, models.ManyToOneRel):
                continue
            other, name = relation.related_model, relation.field.name
            users = other._default_manager.filter(**{f"{name}__public_id__in": mine})  # noqa: SLF001
            if any(f.name == "public_id" for f in other._meta.concrete_fields):  # noqa: SLF001
                users = users.exclude(public_id__in=added.values("subject_id"))
            for public_id in users.values_list(f"{name}__public_id", flat=True).distinct():
                why = _("It is in use by now.")
                undoing.staying.setdefault((label, public_id), why)


def _spread(undoing: Undoing) -> None:
    """Who stays keeps their parts; what stays keeps what it hangs on."""
    ids = {
        label: {r.pk: r.public_id for r in rows.values()} for label, rows in undoing.rows.items()
    }
    aboves = {
        (change.model, change.subject_id): _above(undoing, change, ids)
        for change in undoing.changes
        if undoing.is_added(change)
    }
    before = -1
    while before != len(undoing.staying):
        before = len(undoing.staying)
        for key, parents in aboves.items():
            for above in parents:
                if key in undoing.staying:
                    undoing.staying.setdefault(above, _("Something that stays needs it."))
                elif PART_OF.get(key[0]) == _part_name(above) and above in undoing.staying:
                    undoing.staying[key] = _("It is part of something that stays.")


def _above(
    undoing: Undoing, change: ImportedChange, ids: dict[str, dict[int, str]]
) -> list[tuple[str, str]]:
    """The rows of this import that a row points to."""
    row = undoing.rows[change.model].get(change.subject_id)
    if row is None:
        return []
    found = []
    for relation in row._meta.concrete_fields:  # noqa: SLF001
        if relation.is_relation:
            other = relation.related_model._meta.label_lower  # noqa: SLF001
            public_id = ids.get(other, {}).get(getattr(row, relation.attname))
            if public_id:
                found.append((other, public_id))
    return found


def _part_name(above: tuple[str, str]) -> str:
    return above[0].rpartition(".")[2]


def _remove(undoing: Undoing, by: Viewer) -> None:
    """Delete what was added and nobody touched: the last kind of row first."""
    gone: dict[str, list[Any]] = defaultdict(list)
    for change in undoing.changes:
        row = undoing.rows[change.model].get(change.subject_id)
        is_staying = (change.model, change.subject_id) in undoing.staying
        if undoing.is_added(change) and row is not None and not is_staying:
            gone[change.model].append(row)
    for label in sorted(gone, key=ORDER.index, reverse=True):
        rows = gone[label]
        model = apps.get_model(label)
        record_many(f"{label.rpartition('.')[2]}.remove", rows, by=by)
        for start in range(0, len(rows), BATCH):
            pks = [row.pk for row in rows[start : start + BATCH]]
            model._default_manager.filter(pk__in=pks).delete()  # noqa: SLF001


def _restore(undoing: Undoing, by: Viewer) -> None:
    """Set changed fields back to what they were, backwards through several changes of one row."""
    back: dict[str, dict[str, Any]] = defaultdict(dict)
    fields: dict[str, set[str]] = defaultdict(set)
    for change in undoing.changes:
        row = undoing.rows[change.model].get(change.subject_id)
        is_staying = (change.model, change.subject_id) in undoing.staying
        if undoing.is_added(change) or row is None or is_staying:
            continue
        for name, value in change.before.items():
            setattr(row, name, row._meta.get_field(name).to_python(value))  # noqa: SLF001
            fields[change.model].add(name)
        back[change.model][change.subject_id] = row
    for label, rows in back.items():
        for row in rows.values():
            if label == "schools.person":
                row.compose()
                fields[label] |= {"name", "sort_name"}
        manager = apps.get_model(label)._default_manager  # noqa: SLF001
        manager.bulk_update(list(rows.values()), sorted(fields[label]), batch_size=BATCH)
        record_many(f"{label.rpartition('.')[2]}.restore", rows.values(), by=by)


def _reasons(undoing: Undoing) -> list[dict[str, str]]:
    """What stayed, for the page: label and why, each label once, at most 500."""
    follows = {_("Something that stays needs it."), _("It is part of something that stays.")}
    stayed: dict[str, str] = {}
    for change in sorted(undoing.changes, key=lambda change: (not change.is_main, change.order)):
        why = undoing.staying.get((change.model, change.subject_id))
        if why and (change.label not in stayed or stayed[change.label] in follows):
            stayed[change.label] = why
    for note in undoing.imported.findings_of("notes"):
        if note["code"] == "internship_ends":
            stayed[note["value"]] = _("An internship that ended with the import stays ended.")
    return [{"label": label, "why": why} for label, why in stayed.items()][:500]
