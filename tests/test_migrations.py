"""A migration of a table with ten million rows holds nobody up (decision 93)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, models
from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    AlterUniqueTogether,
    Migration,
    RunPython,
    RunSQL,
)
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.models.fields import NOT_PROVIDED

from kindling.kit.live import AddCheckLive, AddIndexLive

PACKAGE = Path(__file__).resolve().parents[1] / "kindling"
SLOW = (AlterField, AlterUniqueTogether, RunSQL)


def faults(migration: Migration) -> Iterator[str]:
    """Say what in a migration would hold a table locked while it reads or writes all of it."""
    for operation in migration.operations:
        if fault := fault_of(operation, migration):
            yield f"{operation.describe()}: {fault}"


def fault_of(operation: Operation, migration: Migration) -> str:
    live = isinstance(operation, AddIndexLive | AddCheckLive)
    if (live or isinstance(operation, RunPython)) and migration.atomic:
        return "say atomic = False"
    if isinstance(operation, AddIndex) and not live:
        return "take kit.live.AddIndexLive"
    if isinstance(operation, AddConstraint) and not live:
        return "take kit.live.AddCheckLive; a unique one is a unique index made live first"
    if isinstance(operation, AddField):
        return fault_of_field(operation.field)
    if isinstance(operation, SLOW):
        return "say in the migration why it reads no row, and name it here"
    return ""


def fault_of_field(field: models.Field) -> str:
    if field.db_index or field.unique:
        return "add it without an index, then take kit.live.AddIndexLive"
    has_no_value = not field.null and not field.many_to_many
    if has_no_value and field.db_default is NOT_PROVIDED:
        return "give it null=True or a db_default, so that no row is written"
    return ""


def test_no_migration_after_the_first_holds_a_table():
    ours = {p.parent.name for p in PACKAGE.glob("*/migrations")}
    loader = MigrationLoader(None)
    later = [
        migration
        for (app, name), migration in loader.disk_migrations.items()
        if app in ours and not name.startswith("0001_")
    ]

    assert [fault for migration in later for fault in faults(migration)] == []


INDEX = models.Index(fields=["minutes"], name="by_minutes")
CHECK = models.CheckConstraint(condition=models.Q(minutes__gte=0), name="minutes_are_real")


@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        (AddIndex("mark", INDEX), "take kit.live.AddIndexLive"),
        (AddIndexLive("mark", INDEX), ""),
        (AddCheckLive("mark", CHECK), ""),
        (AddConstraint("mark", CHECK), "take kit.live.AddCheckLive; a unique one"),
        (AddField("mark", "a", models.IntegerField(null=True)), ""),
        (AddField("mark", "a", models.IntegerField(db_default=0)), ""),
        (AddField("mark", "a", models.IntegerField(default=0)), "give it null=True"),
        (AddField("mark", "a", models.IntegerField(null=True, db_index=True)), "add it without"),
        (RunSQL("SELECT 1"), "say in the migration why"),
    ],
)
def test_what_would_hold_a_table_is_named(operation, fault):
    migration = Migration("0002_later", "roll")
    migration.atomic = False

    said = fault_of(operation, migration)

    assert said.startswith(fault)
    assert bool(said) == bool(fault)


def test_a_live_change_inside_one_transaction_is_named():
    assert fault_of(AddIndexLive("mark", INDEX), Migration("0002_later", "roll")) != ""


@pytest.mark.django_db(transaction=True)
def test_live_changes_are_made_and_may_be_repeated():
    """An index that was left half made, or whole, by a killed migration is made again."""
    before = ProjectState()
    fields = [("id", models.BigAutoField(primary_key=True)), ("minutes", models.IntegerField())]
    before.add_model(ModelState("kit", "Mark", fields))
    model = before.apps.get_model("kit", "Mark")
    with connection.schema_editor() as editor:
        editor.create_model(model)
    try:
        for operation in (AddIndexLive("mark", INDEX), AddCheckLive("mark", CHECK)):
            times = 2 if connection.vendor == "postgresql" else 1
            after = before.clone()
            operation.state_forwards("kit", after)
            for _time in range(times):
                with connection.schema_editor(atomic=False) as editor:
                    operation.database_forwards("kit", editor, before, after)
            before = after
        with connection.cursor() as cursor:
            made = connection.introspection.get_constraints(cursor, "kit_mark")
        assert {"by_minutes", "minutes_are_real"} <= set(made)
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(model)
