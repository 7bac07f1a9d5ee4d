"""Rows that go together: what hangs on them goes too, what something kept rests on stays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.db.models import CASCADE, SET_NULL, ForeignObjectRel, Model, QuerySet

AT_ONCE = 800  # keys of one statement


class Bundle:
    """Keys of rows by model. Reads only; `privacy.actions` destroys what is left in it."""

    def __init__(self) -> None:
        self.rows: dict[type[Model], set[Any]] = {}

    def add(self, model: type[Model], keys: set[Any]) -> set[Any]:
        """Put rows in; return those that were not in it yet."""
        own = self.rows.setdefault(model, set())
        fresh = keys - own
        own |= fresh
        return fresh

    def widen(self) -> None:
        """Add what the database's own rules delete along (CASCADE), and what hangs on that."""
        todo = [(model, set(keys)) for model, keys in self.rows.items()]
        while todo:
            model, keys = todo.pop()
            for rel in pointing_at(model):
                if rel.on_delete is CASCADE:
                    child = child_of(rel)
                    if fresh := self.add(child, pointing(rel, keys)):
                        todo.append((child, fresh))

    def narrow(self) -> None:
        """Take out what a row outside rests on, until nothing outside rests on anything inside."""
        changed = True
        while changed:
            changed = False
            for model, keys in self.rows.items():
                for rel in pointing_at(model):
                    if keys and rel.on_delete is not SET_NULL and (held := self._rests(rel, keys)):
                        keys.difference_update(held)
                        changed = True

    def pointed_at(self, goal: type[Model]) -> set[Any]:
        """Keys of another model's rows that rows in here name."""
        found: set[Any] = set()
        for rel in pointing_at(goal):
            for some in chunks(self.rows.get(child_of(rel), set())):
                name = rel.field.attname
                rows = plain(child_of(rel)).filter(pk__in=some)
                found |= set(rows.values_list(name, flat=True)) - {None}
        return found

    def _rests(self, rel: ForeignObjectRel, keys: set[Any]) -> set[Any]:
        inside = self.rows.get(child_of(rel), set())
        name = rel.field.attname
        found = set()
        for some in chunks(keys):
            rows = plain(child_of(rel)).filter(**{f"{rel.field.name}__in": some})
            found |= {goal for pk, goal in rows.values_list("pk", name) if pk not in inside}
        return found

    def loosened(self) -> Iterator[tuple[type[Model], str, list[Any]]]:
        """Rows that stay and forget one that goes: their model, the field, the keys that go."""
        for model, keys in self.rows.items():
            for rel in pointing_at(model):
                if keys and rel.on_delete is SET_NULL:
                    yield child_of(rel), rel.field.name, list(keys)


def plain(model: type[Model]) -> QuerySet[Any]:
    """All rows, also of models whose manager refuses to delete: a lasting row ends here too."""
    return QuerySet(model=model)


def chunks(keys: set[Any]) -> Iterator[list[Any]]:
    return (list(some) for some in batched(keys, AT_ONCE, strict=False))


def pointing_at(model: type[Model]) -> list[Any]:
    """The foreign keys of other rows into this model."""
    fields = model._meta.get_fields(include_hidden=True)  # noqa: SLF001 (documented as such)
    return [
        f for f in fields if f.auto_created and not f.concrete and (f.one_to_many or f.one_to_one)
    ]


def child_of(rel: ForeignObjectRel) -> type[Model]:
    return rel.related_model


def pointing(rel: ForeignObjectRel, keys: set[Any]) -> set[Any]:
    """Keys of the rows that point at one of these."""
    found: set[Any] = set()
    for some in chunks(keys):
        rows = plain(child_of(rel)).filter(**{f"{rel.field.name}__in": some})
        found |= set(rows.values_list("pk", flat=True))
    return found
