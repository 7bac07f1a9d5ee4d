"""Write rows by the million: COPY on PostgreSQL, executemany elsewhere, indexes made afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import batched
from typing import Any

from django.db import connection, models
from django.utils import timezone

NONE = r"\N"  # what COPY calls NULL
AT_ONCE = 5_000


class Rows:
    """Rows of one model of which only some columns differ from row to row.

    `varying` names columns; all others get the field's default, and `created_at` now. Texts hold no
    tab, no backslash and no line break; NONE is NULL.
    """

    def __init__(self, model: type[models.Model], *varying: str) -> None:
        meta = model._meta  # noqa: SLF001
        fields = [one for one in meta.concrete_fields if one.column not in {"id", "pk"}]
        fields = [one for one in fields if not isinstance(one, models.AutoField)]
        self.table = meta.db_table
        self.columns = [str(one.column) for one in fields]
        missing = set(varying) - set(self.columns)
        if missing:
            raise ValueError(f"{self.table} has no {', '.join(missing)}")
        self.varying = varying
        self.usual = {
            str(one.column): _usual(one) for one in fields if str(one.column) not in varying
        }

    def put(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write the rows; each tuple is in the order of `varying`."""
        if connection.vendor == "postgresql":
            self._copy(rows)
        else:
            self._insert(rows)

    def _copy(self, rows: Iterable[tuple[Any, ...]]) -> None:
        order = [*self.varying, *self.usual]
        quoted = ", ".join(connection.ops.quote_name(name) for name in order)
        rest = "".join(f"\t{_as_text(value)}" for value in self.usual.values()).replace("%", "%%")
        line = "\t".join(["%s"] * len(self.varying)) + rest + "\n"
        with connection.cursor() as cursor, cursor.copy(
            f"COPY {connection.ops.quote_name(self.table)} ({quoted}) FROM STDIN"
        ) as copy:  # fmt: skip
            for some in batched(rows, AT_ONCE):
                copy.write("".join([line % row for row in some]))

    def _insert(self, rows: Iterable[tuple[Any, ...]]) -> None:
        order = [*self.varying, *self.usual]
        quoted = ", ".join(connection.ops.quote_name(name) for name in order)
        marks = ", ".join(["%s"] * len(order))
        table, rest = connection.ops.quote_name(self.table), tuple(self.usual.values())
        sql = f"INSERT INTO {table} ({quoted}) VALUES ({marks})"  # noqa: S608
        with connection.cursor() as cursor:
            for some in batched(rows, AT_ONCE):
                cursor.executemany(
                    sql, [(*(None if v == NONE else v for v in row), *rest) for row in some]
                )


def _usual(field: models.Field[Any, Any]) -> Any:
    is_stamp = getattr(field, "auto_now_add", False)
    value = timezone.now() if is_stamp else field.get_default()
    return field.get_db_prep_save(value, connection)


def _as_text(value: Any) -> str:
    if value is None:
        return NONE
    return str(int(value)) if isinstance(value, bool) else str(value)


@contextmanager
def bare(*many: type[models.Model]) -> Iterator[None]:
    """Take indexes and constraints off these tables, and put them back at the end (PostgreSQL).

    Building an index once costs a tenth of keeping it up for each row.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        again = [sql for model in many for sql in _take_off(cursor, model._meta.db_table)]  # noqa: SLF001
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for sql in again:
            cursor.execute(sql)
        cursor.execute("RESET maintenance_work_mem")


CONSTRAINTS = """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint AS own
    WHERE conrelid = %s::regclass AND contype IN ('p', 'u', 'f', 'c') AND NOT (contype = 'p'
        AND EXISTS (SELECT 1 FROM pg_constraint WHERE confrelid = own.conrelid))
    ORDER BY position(contype::text in 'pucf')"""
INDEXES = """
    SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
    AND tablename = %s AND indexname NOT IN
        (SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass)"""


def _take_off(cursor: Any, table: str) -> list[str]:
    """Drop them; return what makes them again, keys first."""
    cursor.execute(INDEXES, [table, table])
    indexes = cursor.fetchall()
    cursor.execute(CONSTRAINTS, [table])
    constraints = cursor.fetchall()
    quote, again = connection.ops.quote_name, []
    for name, definition in constraints:
        again.append(f"ALTER TABLE {quote(table)} ADD CONSTRAINT {quote(name)} {definition}")
        cursor.execute(f"ALTER TABLE {quote(table)} DROP CONSTRAINT {quote(name)}")
    for name, definition in indexes:
        again.append(definition)
        cursor.execute(f"DROP INDEX {quote(name)}")
    return again
