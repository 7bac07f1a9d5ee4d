"""SQLite: a copy made while others write, and a swap of files."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from kindling.config.backups.manifest import Unusable

PART = "database.sqlite3"
ENGINE = "sqlite"


def database_file() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def dump(folder: Path) -> dict[str, int]:
    """Write a consistent copy to folder/PART and return its rows by table.

    VACUUM INTO reads one moment of the database; nobody who writes has to wait.
    """
    copy = folder / PART
    with closing(sqlite3.connect(database_file(), timeout=60)) as database:
        database.execute("VACUUM INTO ?", (str(copy),))
    return check(copy)


def check(path: Path) -> dict[str, int]:
    """Return the rows by table of a database file. Raises Unusable when it is damaged."""
    try:
        with closing(sqlite3.connect(path)) as database:
            said = database.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                raise Unusable(f"The database in it is damaged: {said}")
            return {name: count(database, name) for name in tables(database)}
    except sqlite3.DatabaseError as no:
        raise Unusable(f"The database in it cannot be read: {no}") from no


def tables(database: sqlite3.Connection) -> list[str]:
    """Return the tables that hold rows of their own; shadow tables of full text search do not."""
    found = database.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [name for (name,) in found]


def count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608


def upgrade(path: Path) -> None:
    """Bring a database file up to the version of this Kindling, before it is anybody's."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{path}",
        "KINDLING_DATA": str(settings.DATA),
    }
    command = [sys.executable, "manage.py", "migrate", "-v0"]
    done = subprocess.run(  # noqa: S603 (our own command)
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Unusable(f"The database in it could not be upgraded: {done.stderr[-500:]}")


def require_stillness(path: Path) -> None:
    """Raise Unusable when somebody has the database open: they would write to the old one."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=2)) as database:
            # Leaving WAL needs the file for oneself.
            mode = database.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError:
        mode = "locked"
    if mode != "delete":
        raise Unusable("Kindling runs on this folder. Stop it first, then restore.")


def load(folder: Path, expected: dict[str, int], moves: Any) -> None:
    """Check the copy, upgrade it where it lies, and put it into place as part of `moves`."""
    if check(folder / PART) != expected:
        raise Unusable("The database in it does not hold what the backup says.")
    upgrade(folder / PART)
    connection.close()
    require_stillness(database_file())
    moves.put(folder / PART, database_file())
