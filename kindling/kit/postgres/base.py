"""A unique text is found by its whole value.

Django gives each a second index for `LIKE 'abc%'`. Public ids are never looked for so, and every row
written would pay for it: an internship day had thirteen indexes. Everything else is Django's own.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as Base
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.models import Field, Model


class SchemaEditor(DatabaseSchemaEditor):
    """Makes tables without the second index."""

    def _create_like_index_sql(self, model: type[Model], field: Field[Any, Any]) -> Any:
        ordinary = super()._create_like_index_sql  # type: ignore[misc]  (the stubs leave it out)
        return None if field.unique else ordinary(model, field)


class DatabaseWrapper(Base):
    """Named by Django's rule for what an ENGINE is made of."""

    SchemaEditorClass = SchemaEditor
