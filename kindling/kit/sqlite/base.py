"""Statements are translated once, and a date that came before is not read again.

Django rewrites `%s` as `?` in every statement each time, and reads each date, time and moment from
text. A page of twenty students has four hundred of them, mostly the same few. Everything else is
Django's own.
"""

# ruff: noqa: ARG002  Django names the arguments

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from sqlite3 import dbapi2
from typing import Any

from django.db.backends.sqlite3.base import DatabaseWrapper as Base
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.backends.sqlite3.operations import DatabaseOperations
from django.utils.dateparse import parse_date, parse_datetime, parse_time

KEPT = 4096  # of each kind


def _reader[T](parse: Callable[[str], T | None]) -> Callable[[bytes], T | None]:
    """Read what the database holds as text; the last few thousand are remembered."""

    @lru_cache(maxsize=KEPT)
    def read(text: bytes) -> T | None:
        return parse(text.decode())

    return read


# sqlite3 keeps one reader for each declared type: these replace Django's.
for declared, parse in (
    ("date", parse_date),
    ("time", parse_time),
    ("datetime", parse_datetime),
    ("timestamp", parse_datetime),
):
    dbapi2.register_converter(declared, _reader(parse))


class Cursor(SQLiteCursorWrapper):
    """A cursor that has seen most statements before."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        if param_names is not None:
            named: str = super().convert_query(query, param_names=param_names)
            return named
        return _translated(query)


@lru_cache(maxsize=512)
def _translated(query: str) -> str:
    """Return the statement with `?` for its values, as sqlite3 wants it."""
    return SQLiteCursorWrapper.convert_query(None, query)  # type: ignore[arg-type]


class Operations(DatabaseOperations):
    """Dates, times and moments mostly come as such; what an expression made comes as text."""

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if type(value) is datetime:
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        return super().convert_datetimefield_value(value, expression, connection)

    def convert_datefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if value is None or type(value) is date:
            return value
        return _date(value) if type(value) is str else value

    def convert_timefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if value is None or type(value) is time:
            return value
        return _time(value) if type(value) is str else value


_date = lru_cache(maxsize=KEPT)(parse_date)
_time = lru_cache(maxsize=KEPT)(parse_time)


class DatabaseWrapper(Base):
    """Named by Django's rule for what an ENGINE is made of."""

    ops_class = Operations

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)
