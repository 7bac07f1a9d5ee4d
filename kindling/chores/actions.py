"""Work by the clock that keeps the machinery itself in order."""

from __future__ import annotations

from django.db import connection

from kindling.chores import tasks_table
from kindling.chores.clockwork import every


@every(minutes=1)
def free_stuck_tasks() -> None:
    """A killed worker leaves its task running for ever; another one takes it up."""
    tasks_table.free_stuck()


@every(hours=24)
def prune_tasks() -> None:
    """Tasks that are done are nobody's business after a few days."""
    tasks_table.prune()


@every(hours=24)
def tidy_database() -> None:
    """SQLite learns how its tables are filled when it is asked to; PostgreSQL does so itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")
