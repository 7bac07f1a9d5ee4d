"""Read one moment of a database that is at work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Model

FORWARD = """
SELECT setval(counter, GREATEST(nextval(counter), (SELECT MAX({key}) FROM {table})))
FROM (SELECT pg_get_serial_sequence(%s, %s)::regclass AS counter) AS one
"""


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is as it was at the first look; nobody is kept from writing."""
    if connection.in_atomic_block:
        yield
        return
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")  # Django's own would take the lock for writing
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("COMMIT")


def count_on(models: list[type[Model]]) -> None:
    """After rows were written under keys of their own, new ones come after the last of them.

    A counter never goes back: what it gave out once may be written down elsewhere.
    """
    if connection.vendor != "postgresql":  # SQLite's AUTOINCREMENT looks for itself
        return
    ops = connection.ops
    with connection.cursor() as cursor:
        for model in models:
            field = model._meta.auto_field  # noqa: SLF001  Django's way to a table's name
            if field and field.column:
                table, key = model._meta.db_table, field.column  # noqa: SLF001
                named = {"table": ops.quote_name(table), "key": ops.quote_name(key)}
                cursor.execute(FORWARD.format(**named), [named["table"], key])


def know_the_tables() -> None:
    """Let the database count what came: before that PostgreSQL took minutes over one page."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
