"""A real installation in a folder of its own, as an operator has it; tasks wait in its database.

SQLite in a file, or in the PostgreSQL form of the tests a database of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

NUMBERS = count()
SQLITE_TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    " AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
POSTGRES_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
SQLITE_PARTS = "SELECT sql FROM sqlite_master WHERE sql <> ''"
# Django's own migration makes that id bigger than its model does.
POSTGRES_PARTS = """
    SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable)
      FROM information_schema.columns
     WHERE table_schema = 'public' AND concat(table_name, column_name) <> 'auth_group_permissionsid'
     UNION ALL SELECT indexdef FROM pg_indexes
     WHERE schemaname = 'public'
     UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace
"""
ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Place:
    """A data folder and the commands run on it, as an operator does."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """DATABASE_URL when it is PostgreSQL, else ""."""
        return self.settings.get("DATABASE_URL", "")

    @property
    def environment(self) -> dict[str, str]:
        mute = {
            "PYTHONDONTWRITEBYTECODE",
            "DATABASE_URL",
            "SECRET_KEY",
            "EMAIL_URL",
            "SMS_URL",
            "KINDLING_NOW",
        }
        kept = {key: value for key, value in os.environ.items() if key not in mute}
        return kept | {"KINDLING_DATA": str(self.folder)} | self.settings

    def manage(self, *words: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run a command to its end and check its exit code."""
        done = subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", *words],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start a command and leave it running."""
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "manage.py", *words],
            cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.running.append(process)
        return process

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database directly, beside whatever runs."""
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as database:
                answer = database.execute(statement)
                return answer.fetchall() if answer.description else []
        path = self.folder / "kindling.sqlite3"
        with closing(sqlite3.connect(path, timeout=20)) as database, database:
            return database.execute(statement).fetchall()

    def shape(self) -> list[list[str]]:
        """Return the words that define each table, column, index and constraint.

        Those of a table are sorted: its columns may stand in another order.
        """
        parts = POSTGRES_PARTS if self.url else SQLITE_PARTS
        words = [re.findall(r"[^\s,()]+", part) for (part,) in self.ask(parts)]
        return sorted(sorted(each) if each[:2] == ["CREATE", "TABLE"] else each for each in words)

    def rows(self) -> dict[str, int]:
        """Return how many rows each table has."""
        names = POSTGRES_TABLES if self.url else SQLITE_TABLES
        return {
            name: self.ask(f'SELECT count(*) FROM "{name}"')[0][0]  # noqa: S608
            for (name,) in self.ask(names)
        }

    def shell(self, code: str) -> str:
        return self.manage("shell", "--no-imports", "-c", code).stdout

    def close(self) -> None:
        for process in self.running:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.communicate()


PREPARE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
"""
EACH = PREPARE.replace("verbosity=0", "verbosity=0, each=True", 1)


def new_database(template: str = "template0") -> str:
    """Make a database beside the one the tests use, and return its DATABASE_URL."""
    name = f"kindling_place_{os.getpid()}_{next(NUMBERS)}"
    ours = os.environ["DATABASE_URL"]
    with psycopg.connect(ours, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return f"{ours.rpartition('/')[0]}/{name}"


@pytest.fixture(scope="session")
def prepared_place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An installation that is up to date and holds nothing; its tables made as the models say."""
    place = Place(tmp_path_factory.mktemp("installation"))
    if connection.vendor == "postgresql":
        place.settings["DATABASE_URL"] = new_database()
    place.shell(PREPARE)
    return place


@pytest.fixture
def migrated_place(tmp_path: Path) -> Place:
    """The same by way of every migration, which takes some minutes."""
    place = Place(tmp_path / "data")
    if connection.vendor == "postgresql":
        place.settings["DATABASE_URL"] = new_database()
    place.shell(EACH)
    return place


@pytest.fixture
def place(prepared_place: Place, tmp_path: Path) -> Iterator[Place]:
    """An installation of one's own."""
    place = Place(tmp_path / "data")
    shutil.copytree(prepared_place.folder, place.folder)
    if prepared_place.url:
        name = prepared_place.url.rpartition("/")[2]
        place.settings["DATABASE_URL"] = new_database(template=name)
    yield place
    place.close()
