"""Rows written in one statement, without an object for each: entries, events, uses of a pass.

`bulk_create` looks at every field of every object three times. What the field's type asks for is
worked out once here; the statement, its transaction and its constraints stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import lru_cache
from typing import Any

from django.db import connection, models
from django.utils import timezone

AT_ONCE = 500  # rows of one statement
NUMBERS = (models.BooleanField, models.ForeignKey)
PLAIN = (models.CharField, models.TextField, models.IntegerField)
MOMENTS = (models.DateTimeField, models.DateField, models.TimeField)

type Facts = Mapping[str, Any]  # attribute (a foreign key's ends in _id) → value


def insert_rows(model: type[models.Model], rows: Iterable[Facts]) -> None:
    """Write the rows; what a row leaves out is the field's default. One statement for 500."""
    listed = list(rows)
    for first in range(0, len(listed), AT_ONCE):
        _insert(model, listed[first : first + AT_ONCE])


def insert_if_new(model: type[models.Model], row: Facts) -> int | None:
    """Write one row and return its key; None when a unique constraint has one already."""
    kept = _insert(model, [row], "ON CONFLICT DO NOTHING RETURNING " + _table(model).key)
    return kept[0][0] if kept else None


def insert_unless(model: type[models.Model], row: Facts, found: str, values: list[Any]) -> None:
    """Write one row unless a condition in SQL holds (`found`, with its values). One statement.

    Of two who do so at once both may write: for logs. No value of the row may be None.
    """
    table = _table(model)
    one = ", ".join(["%s"] * len(table.columns))
    with connection.cursor() as cursor:
        head = table.head.removesuffix("VALUES")
        cursor.execute(f"{head} SELECT {one} WHERE NOT ({found})", [*table.values(row), *values])


def _insert(model: type[models.Model], rows: list[Facts], ending: str = "") -> list[tuple[Any]]:
    table = _table(model)
    one = f"({', '.join(['%s'] * len(table.columns))})"
    values = [value for row in rows for value in table.values(row)]
    with connection.cursor() as cursor:
        cursor.execute(f"{table.head} {', '.join([one] * len(rows))} {ending}", values)
        return cursor.fetchall() if ending else []


class Table:
    """Where a model's rows go, and how each value is written."""

    def __init__(self, model: type[models.Model]) -> None:
        meta, quote = model._meta, connection.ops.quote_name  # noqa: SLF001
        fields = [field for field in meta.concrete_fields if not field.primary_key]
        self.attributes = {field.attname for field in fields}
        self.columns = [(field.attname, _default_of(field), _writer_of(field)) for field in fields]
        self.key = quote(str(meta.pk.column))
        named = ", ".join(quote(str(field.column)) for field in fields)
        self.head = f"INSERT INTO {quote(meta.db_table)} ({named}) VALUES"

    def values(self, row: Facts) -> list[Any]:
        """Return the values in the order of the columns. An unknown name is an error."""
        if not row.keys() <= self.attributes:
            raise TypeError(f"no such columns: {row.keys() - self.attributes}")
        values = []
        for name, default, write in self.columns:
            value = row[name] if name in row else default()
            values.append(value if write is None else write(value))
        return values


def _table(model: type[models.Model]) -> Table:
    return _tables(model, connection.vendor)


@lru_cache(maxsize=64)
def _tables(model: type[models.Model], _vendor: str) -> Table:
    return Table(model)


def _default_of(field: models.Field[Any, Any]) -> Callable[[], Any]:
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        return timezone.now
    if field.has_default() and callable(field.default):
        made: Callable[[], Any] = field.default
        return made
    fixed = field.get_default()
    return lambda: fixed


def _writer_of(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How a value of this field is handed to the database; None: as it is."""
    if isinstance(field, NUMBERS):
        return None
    if isinstance(field, PLAIN):
        return _plain
    if isinstance(field, MOMENTS):
        # psycopg takes them as they are; Django's adapter would return the same.
        return None if connection.vendor == "postgresql" else _moment
    return lambda value: field.get_db_prep_save(value, connection)


def _plain(value: Any) -> Any:
    """A choice as the text it stands for."""
    return value if type(value) is str else value.value if isinstance(value, Enum) else value


def _moment(value: datetime | date | time | None) -> str | None:
    """As SQLite holds it: text, a moment in UTC."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(UTC).replace(tzinfo=None)
    return None if value is None else str(value)
