"""A real installation in a folder of its own: SQLite in a file, tasks in the database."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Place:
    """A data folder and the commands run on it, as an operator does."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    running: list[subprocess.Popen[str]] = field(default_factory=list)

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

    def ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database file directly, beside whatever runs."""
        path = self.folder / "kindling.sqlite3"
        with closing(sqlite3.connect(path, timeout=20)) as database, database:
            return database.execute(statement, values).fetchall()

    def shell(self, code: str) -> str:
        return self.manage("shell", "--no-imports", "-c", code).stdout

    def close(self) -> None:
        for process in self.running:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.communicate()


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that is up to date and holds nothing."""
    folder = tmp_path_factory.mktemp("installation")
    prepare = "from django.core.management import call_command as c; c('migrate', verbosity=0)"
    Place(folder).shell(f"{prepare}; c('createcachetable', verbosity=0)")
    return folder


@pytest.fixture
def place(empty_folder: Path, tmp_path: Path):
    folder = tmp_path / "data"
    shutil.copytree(empty_folder, folder)
    place = Place(folder)
    yield place
    place.close()
