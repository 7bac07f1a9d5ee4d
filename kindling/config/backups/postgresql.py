"""PostgreSQL: pg_dump inside one snapshot, and a restore in one transaction."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from kindling.config.backups.manifest import Unusable

PART = "database.dump"
ENGINE = "postgresql"
EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"


def dump(folder: Path) -> dict[str, int]:
    """Write a consistent dump to folder/PART and return its rows by table, of the same moment."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
        rows = count_rows()
        run("pg_dump", "--format=custom", "--no-owner", "--no-acl",
            f"--snapshot={snapshot}", f"--file={folder / PART}")  # fmt: skip
    return rows


def count_rows() -> dict[str, int]:
    """Return the rows by table of the database we are connected to."""
    quote = connection.ops.quote_name
    rows = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {quote(name)}")  # noqa: S608
            rows[name] = cursor.fetchone()[0]
    return rows


def load(folder: Path, expected: dict[str, int], moves: Any) -> None:
    """Replace everything in one transaction: either all of it is there afterwards, or nothing."""
    if connection.introspection.table_names():
        moves.keep.mkdir(mode=0o700, exist_ok=True)
        run("pg_dump", "--format=custom", "--no-owner", f"--file={moves.keep / PART}")
    script = folder / "database.sql"
    run("pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(folder / PART))
    wipe = folder / "wipe.sql"
    wipe.write_text("SET client_min_messages = warning;\nSET lock_timeout = '10s';\n" + EMPTY)
    connection.close()
    run("psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
        f"--output={os.devnull}", f"--file={wipe}", f"--file={script}")  # fmt: skip
    script.unlink()
    if count_rows() != expected:
        raise Unusable("The database was restored, but does not hold what the backup says.")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # a copy brings no statistics, and without them pages hang


def run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on our database. Raises Unusable with its own words."""
    told = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    surroundings = {key: str(told[name]) for key, name in names.items() if told.get(name)}
    surroundings["PGDATABASE"] = str(told["NAME"])
    try:
        done = subprocess.run(  # noqa: S603 (no shell, our own words)
            [program, *arguments], env=os.environ | surroundings,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError as no:
        raise Unusable(f"{program} is not installed here. It comes with PostgreSQL.") from no
    if done.returncode:
        raise Unusable(f"{program} says: {done.stderr.strip()[-800:]}")
