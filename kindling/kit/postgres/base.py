"""Django's PostgreSQL with fewer indexes, and a driver that remembers long statements.

A unique text is found by its whole value. Django gives each a second index for `LIKE 'abc%'`: public
ids are never looked for so, and every row written would pay for it (an internship day had thirteen).
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as Base
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.models import Field, Model
from psycopg import _queries

# How a statement is taken apart is remembered up to 4,096 characters and 50 values. A calendar has
# 6,400, the entries of 20 days 360: 0.3 ms each time. Ours are few: they are prepared (kit/prepared).
_queries.MAX_CACHED_STATEMENT_LENGTH = 16_384
_queries.MAX_CACHED_STATEMENT_PARAMS = 500


class SchemaEditor(DatabaseSchemaEditor):
    """Makes tables without the second index."""

    def _create_like_index_sql(self, model: type[Model], field: Field[Any, Any]) -> Any:
        ordinary = super()._create_like_index_sql  # type: ignore[misc]
        return None if field.unique else ordinary(model, field)


class DatabaseWrapper(Base):
    """Named by Django's rule for what an ENGINE is made of."""

    SchemaEditorClass = SchemaEditor
