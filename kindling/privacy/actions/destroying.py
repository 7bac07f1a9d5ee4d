"""Take rows out of the database and files out of the storage. There is no way back."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model

from kindling.history.steps import record
from kindling.inventory.reaching import end_of
from kindling.inventory.reading import Kept, inventory
from kindling.privacy.ending.bundle import chunks, plain
from kindling.privacy.ending.gathering import Found, counted, empty_of
from kindling.schools.viewer import Viewer

type Counts = Counter[tuple[str, str]]


@transaction.atomic
def destroy(found: Found, *, by: Viewer) -> tuple[Counts, Counts]:
    """Destroy a bundle and empty fields; return (topic, end) → rows, and → files.

    Rows go without asking their models: one that is never changed ends here, too. The database
    checks at the end that nothing points at what is gone, and takes all of it back otherwise.
    """
    gone, files = counted(found.bundle), Counter[tuple[str, str]]()
    names = {kept: _names_in(kept, keys) for kept, keys in _with_files(found)}
    for child, name, goals in found.bundle.loosened():
        for some in chunks(set(goals)):
            plain(child).filter(**{f"{name}__in": some}).update(**{name: None})
    for model, keys in found.bundle.rows.items():
        for some in chunks(keys):
            rows = plain(model).filter(pk__in=some)
            rows._raw_delete(rows.db)  # noqa: SLF001 (the bundle is whole, so nothing cascades)
    for kept, keep, fields, keys in found.emptied:
        gone[kept.topic, keep] += _empty(kept.model, fields, keys)
    for label, left in names.items():
        kept = inventory()[label]
        files[kept.topic, end_of(kept)] += _drop_files(kept, left)
    record("run.destroy", by.school, by=by, rows=sum(gone.values()), files=sum(files.values()))
    return gone, files


def _with_files(found: Found) -> list[tuple[str, set[Any]]]:
    """Labels of the models with files, and the keys of theirs that go."""
    told = [(model._meta.label, keys) for model, keys in found.bundle.rows.items()]  # noqa: SLF001
    return [
        (label, keys) for label, keys in told if label in inventory() and inventory()[label].files
    ]


def _names_in(label: str, keys: set[Any]) -> set[str]:
    """Names in the storage that these rows hold."""
    kept, names = inventory()[label], set()
    for some in chunks(keys):
        for row in plain(kept.model).filter(pk__in=some).values_list(*kept.files):
            names |= {str(name) for name in row if name}
    return names


def _drop_files(kept: Kept, names: set[str]) -> int:
    """Delete files that no row names any more, once the rows are truly gone."""
    for field in kept.files:
        for some in chunks(set(names)):
            names -= set(
                plain(kept.model).filter(**{f"{field}__in": some}).values_list(field, flat=True)
            )
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name))
    return len(names)


def _empty(model: type[Model], fields: list[str], keys: set[Any]) -> int:
    """Empty some fields of rows that stay; what the screen shows of a name is left."""
    told = {name: empty_of(model, name) for name in fields}
    return sum(plain(model).filter(pk__in=some).update(**told) for some in chunks(keys))
