"""The tables of an empty database in one go, as the models say.

Applying every migration leads to the same tables and takes minutes: Django reads all models anew
after each of hundreds of steps. `tests/test_serve.py` holds that both ways lead to the same, and
`manage.py migrate` goes this way where the database is empty.
"""

from __future__ import annotations

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def make_tables() -> None:
    """Make all tables and note every migration as applied; nothing where any table is there."""
    if set(connection.introspection.table_names()) - {"django_migrations"}:
        return
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    with connection.schema_editor() as editor:  # one transaction: all of it or nothing
        for model in connection.introspection.get_migratable_models():
            editor.create_model(model)
        for app, name in MigrationLoader(None).graph.nodes:
            recorder.record_applied(app, name)
