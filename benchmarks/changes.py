"""What later migrations will do to the widest tables, each timed, while somebody writes.

    python benchmarks/network.py --changes

Every 20 ms another connection changes one row; the longest it had to wait is the lock that people
would feel. Everything is undone afterwards.
"""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import Any

from django.db import connection, models, transaction
from django.db.migrations import AddField, RemoveField
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from kindling.kit.live import AddCheckLive, AddIndexLive

MOST = 60.0  # seconds for any of them
LOCK = 1.0  # seconds that a writer may wait
TABLES = (("roll", "mark", "minutes"), ("attendance", "day", "minutes"))


class Writer(threading.Thread):
    """Changes one row again and again, and remembers the longest wait."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__(daemon=True)
        self.statement = (
            f"UPDATE {table} SET {column} = {column} WHERE ctid = "  # noqa: S608
            f"(SELECT ctid FROM {table} LIMIT 1)"
        )
        self.longest, self.done = 0.0, threading.Event()

    def run(self) -> None:
        with closing(connection.copy()) as mine, mine.cursor() as cursor:
            while not self.done.wait(0.02):
                began = time.perf_counter()
                cursor.execute(self.statement)
                self.longest = max(self.longest, time.perf_counter() - began)


def operations(model: str, column: str) -> list[tuple[str, Operation]]:
    index = models.Index(fields=[column], name=f"bench_{model}")
    check = models.CheckConstraint(condition=models.Q(**{f"{column}__gte": 0}), name=f"c_{model}")
    return [
        ("a field that may be empty", AddField(model, "bench_a", models.IntegerField(null=True))),
        ("a field with a value", AddField(model, "bench_b", models.IntegerField(db_default=7))),
        ("an index", AddIndexLive(model, index)),
        ("a check", AddCheckLive(model, check)),
        ("no field again", RemoveField(model, "bench_a")),
    ]


def measure_changes(state: ProjectState) -> bool:
    """Print a line for each change of each table; say whether all are quick and hold nobody."""
    is_good = True
    for app, model, column in TABLES:
        table = f"{app}_{model}"
        undo: list[tuple[Operation, ProjectState, ProjectState]] = []
        for title, operation in operations(model, column):
            after = state.clone()
            operation.state_forwards(app, after)
            took, waited = timed(operation, app, state, after, Writer(table, column))
            undo.append((operation, after, state))
            state = after
            is_good = is_good and took < MOST and waited < LOCK
            print(f"{table}: {title:<28}{took:8.2f} s, a writer waited {waited * 1000:6.0f} ms")
        for operation, before, after in reversed(undo):
            with connection.schema_editor() as editor:
                operation.database_backwards(app, editor, before, after)
            state = after
    return is_good


def timed(
    operation: Operation, app: str, before: Any, after: Any, writer: Writer
) -> tuple[float, float]:
    """Run it as `migrate` does; return its seconds and the writer's longest wait."""
    writer.start()
    began = time.perf_counter()
    with connection.schema_editor(atomic=operation.atomic is not False) as editor:
        operation.database_forwards(app, editor, before, after)
    took = time.perf_counter() - began
    writer.done.set()
    writer.join()
    return took, writer.longest


def state_of_now() -> ProjectState:
    """The models as they are."""
    from django.apps import apps  # noqa: PLC0415

    with transaction.atomic():
        return ProjectState.from_apps(apps)
