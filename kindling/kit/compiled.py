"""The SQL of one queryset, kept, and the shortest way from its rows to objects or tuples.

A queryset that is asked anew builds its SQL, looks for converters, and learns how rows become
objects: several times what the database needs to answer. All of that is done once here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Self
from weakref import ref

from django.db import connections
from django.db.models import IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    prefetch_related_objects,
)

KINDS: set[Any] = {ModelIterable, ValuesListIterable, FlatValuesListIterable}


class NotPlain(Exception):
    """This kind of queryset is asked the usual way."""


class Compiled:
    """Raises NotPlain for what it does not know, EmptyResultSet for what is always empty."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        kind: Any = queryset._iterable_class  # noqa: SLF001
        if kind not in KINDS:
            raise NotPlain
        if queryset._known_related_objects:  # type: ignore[attr-defined]  # noqa: SLF001
            raise NotPlain
        compiler = queryset.query.get_compiler(queryset.db)
        self.sql, params = compiler.as_sql()
        self.params, self.db, self.kind = tuple(params), queryset.db, kind
        self.width = compiler.col_count or 0
        columns = [column[0] for column in compiler.select[: self.width]]
        if compiler.has_composite_fields(columns):
            raise NotPlain
        found = compiler.get_converters(columns)
        self.converters = [
            (n, kept, column)
            for n, (convs, column) in found.items()
            if (kept := [] if is_whole(column) else convs)
        ]
        self.has_extra = compiler.has_extra_select
        self.prefetched = queryset._prefetch_related_lookups  # type: ignore[attr-defined]  # noqa: SLF001
        fetch_mode = queryset._fetch_mode  # type: ignore[attr-defined]  # noqa: SLF001
        self.part = Part.of(compiler, fetch_mode) if kind is ModelIterable else None

    def ask(self, params: Sequence[Any]) -> list[Any]:
        """Return the rows as the queryset would. One statement, and those that prefetch."""
        rows = self.rows(params)
        if self.part is not None:
            made = self.part.make(rows, self.db)
            if self.prefetched:
                prefetch_related_objects(made, *self.prefetched)
            return made
        if self.kind is FlatValuesListIterable:
            return [row[0] for row in rows]
        return [tuple(row) for row in rows] if self.converters else rows

    def rows(self, params: Sequence[Any]) -> list[Any]:
        """Return what the database says, each value as Python knows it."""
        connection = connections[self.db]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rows: list[Any] = cursor.fetchall()
        if self.has_extra:
            rows = [row[: self.width] for row in rows]
        if not self.converters:
            return rows
        rows = [list(row) for row in rows]
        for n, converters, column in self.converters:
            for convert in converters:
                for row in rows:
                    if row[n] is not None:
                        row[n] = convert(row[n], column, connection)
        return rows


def is_whole(column: Any) -> bool:
    """Say whether both databases give whole numbers here as they are: no int() for each.

    A sum is not one of them, PostgreSQL gives a Decimal.
    """
    return isinstance(column, (Value, Cast)) and isinstance(column.output_field, IntegerField)


class Part:
    """One model's columns in a row, and what select_related hangs on it."""

    def __init__(self, info: dict[str, Any], select: Sequence[Any], fetch_mode: Any) -> None:
        if info.get("from_parent"):
            raise NotPlain
        fields = info["select_fields"]
        self.start, self.end = fields[0], fields[-1] + 1
        self.names = [one[0].target.attname for one in select[self.start : self.end]]
        model = info["model"]
        self.build: Callable[..., Any] = model.from_db
        self.key = self.start + self.names.index(model._meta.pk.attname)  # noqa: SLF001
        self.fetch_mode = fetch_mode
        self.near: Callable[..., None] = info.get("local_setter", _nothing)
        self.far: Callable[..., None] = info.get("remote_setter", _nothing)
        below = info.get("related_klass_infos", [])
        self.parts = [Part(one, select, fetch_mode) for one in below]
        self.added: list[tuple[str, int]] = []

    @classmethod
    def of(cls, compiler: Any, fetch_mode: Any) -> Self:
        """The part of the queryset's own model, with what annotate() adds to it."""
        part = cls(compiler.klass_info, compiler.select, fetch_mode)
        part.added = list(compiler.annotation_col_map.items())
        return part

    def make(self, rows: list[Any], db: str) -> list[Any]:
        """Return an object for each row; None where the relation is empty."""
        made: list[Any] = []
        peers: list[Any] = []  # see kit.peers
        build, names, start, end, key = self.build, self.names, self.start, self.end, self.key
        for row in rows:
            if row[key] is None:
                made.append(None)
                continue
            one = build(db, names, row[start:end], fetch_mode=self.fetch_mode)
            if self.fetch_mode.track_peers:
                peers.append(ref(one))
                one._state.peers = peers  # noqa: SLF001
            for name, n in self.added:
                setattr(one, name, row[n])
            made.append(one)
        for part in self.parts:
            part.hang(made, rows, db)
        return made

    def hang(self, owners: list[Any], rows: list[Any], db: str) -> None:
        """Make this part's objects and set them on the objects of the part above."""
        for owner, one in zip(owners, self.make(rows, db), strict=True):
            if owner is None:
                continue
            self.near(owner, one)
            if one is not None:
                self.far(one, owner)


def _nothing(*_objects: Any) -> None:
    """The queryset's own model hangs on nothing."""
