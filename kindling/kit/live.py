"""Changes of a table that nobody waits for, for migrations after a release (decision 93).

On PostgreSQL an index is built beside the writing, and a check is first made for new rows and then
proven for the old ones. A migration of these says `atomic = False`. On SQLite, where one writer is all
there is, they are Django's ordinary operations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.migrations.operations import AddConstraint, AddIndex

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState


class AddIndexLive(AddIndex):
    """Add an index; reading and writing go on. A build that failed is dropped and begun again."""

    atomic = False

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            name = schema_editor.quote_name(self.index.name)
            schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
            statement = self.index.create_sql(model, schema_editor, concurrently=True)
            schema_editor.execute(statement, params=None)


class AddCheckLive(AddConstraint):
    """Add a check; rows that are there are read afterwards, while others write."""

    atomic = False

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            table = schema_editor.quote_name(model._meta.db_table)  # noqa: SLF001
            name = schema_editor.quote_name(self.constraint.name)
            statement = self.constraint.create_sql(model, schema_editor)
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
            schema_editor.execute(f"{statement} NOT VALID", params=None)
            schema_editor.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}")
