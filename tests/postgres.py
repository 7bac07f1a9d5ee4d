"""A PostgreSQL of our own for one run: made in a temporary folder, thrown away afterwards."""

# ruff: noqa: S603  it starts a server

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

# Nobody needs these rows after a crash, so nothing waits for the disk.
FAST = {
    "fsync": "off",
    "max_locks_per_transaction": "256",  # a restore drops and makes 300 tables in one transaction
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "256MB",
    "max_connections": "60",
}


def find_programs() -> Path | None:
    """Return the folder that holds initdb and postgres, the newest first, or None."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: float(path.parts[-3]),
        reverse=True,
    )
    found = [*installed, *(Path(name).resolve() for name in [shutil.which("initdb")] if name)]
    return next((path.parent for path in found if (path.parent / "postgres").exists()), None)


@contextmanager
def cluster(programs: Path, **settings: str) -> Iterator[str]:
    """Start a server that listens on a socket in its own folder only; yield its DATABASE_URL.

    settings: what differs from FAST, for those who measure.
    """
    folder = Path(tempfile.mkdtemp(prefix="kindling-pg-"))
    owner = _owner(folder)
    data = folder / "data"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    shared: dict[str, Any] = {"cwd": folder, "env": environment} | owner
    initdb = [programs / "initdb", "-D", data, "-U", "kindling", "--auth=trust", "--no-sync"]
    initdb += ["--encoding=UTF8", "--locale=C.UTF-8"]
    options = [f"-c{name}={value}" for name, value in (FAST | settings).items()]
    postgres = [programs / "postgres", "-D", data, "-k", folder, "-clisten_addresses=", *options]
    try:
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, **shared)
        with (folder / "log").open("w") as log:
            # A session of its own: Ctrl-C is for pytest, the server stops after it.
            server = subprocess.Popen(postgres, stderr=log, start_new_session=True, **shared)
        try:
            _wait_for(programs, folder, server)
            yield f"postgres://kindling@{quote(str(folder), safe='')}/postgres"
        finally:
            server.send_signal(2)  # SIGINT: end the connections, then stop
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: give the folder to `postgres` or else `nobody`."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    entry = pwd.getpwnam(name)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _wait_for(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    ask = [programs / "pg_isready", "-q", "-h", folder, "-U", getpass.getuser()]
    for _ in range(150):
        if server.poll() is not None:
            raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        if subprocess.run(ask, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise RuntimeError("PostgreSQL did not answer within 15 seconds.")
