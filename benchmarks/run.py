"""Ours beside the yardstick Y, interleaved, on SQLite and PostgreSQL: `make bench`.

Prints CPU milliseconds a request (web server and database), the ratio to Y with its ceiling, the
statements with their maximum, and the size of the page. Exits with 1 when a ceiling or a maximum is
broken. Only ratios are gated: they hold on a busy machine, where wall times do not.

--quick            one pass of few requests
--only 1,5         these workloads
--database sqlite  or postgres; both without it, where PostgreSQL is installed
--keep=FOLDER      keep SQLite's databases there and use them again
"""

# ruff: noqa: S603  it starts servers

import argparse
import gzip
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import workloads
from benchmarks.asking import CSRF, Asker
from benchmarks.processes import cpu, memory
from kindling.config.processes import Tree, web
from tests import postgres

CLOCK = {"KINDLING_NOW": "2026-10-13T11:00:00-04:00", "KINDLING_FREEZE": "1"}
MUTE = ("DATABASE_URL", "SECRET_KEY", "EMAIL_URL", "DEBUG", "PYTHONDONTWRITEBYTECODE")
MOST_MEMORY = 220
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
NO_STATEMENT = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--database", choices=["sqlite", "postgres"])
    parser.add_argument("--keep", help=argparse.SUPPRESS)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        return measure(options)
    wanted = [options.database] if options.database else ["sqlite", "postgres"]
    told = [run(database, arguments) for database in wanted]
    if not options.only:
        for search in ("quality", "large"):
            program = [sys.executable, str(ROOT / "benchmarks" / "search" / f"{search}.py")]
            told.append(subprocess.run(program, check=False).returncode)
    return max(told)


def run(database: str, arguments: list[str]) -> int:
    """Measure in a process of its own: Django is set up once for one database."""
    clean = {key: value for key, value in os.environ.items() if key not in MUTE}
    kept = next((a.partition("=")[2] for a in arguments if a.startswith("--keep=")), "")
    folder = Path(kept or tempfile.mkdtemp(prefix="kindling-bench-"))
    folder.mkdir(exist_ok=True)
    try:
        with databases(database, folder) as places:
            if places is None:
                print("\nNo PostgreSQL server here: SQLite only.")
                return 0
            command = [sys.executable, __file__, *arguments, "--inside", database]
            ours = {"KINDLING_DATA": str(folder), "TRUSTED_PROXIES": "1", "PYTHONPATH": str(ROOT)}
            return subprocess.run(
                command, env=clean | CLOCK | ours | places, check=False
            ).returncode
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def databases(kind: str, folder: Path) -> Iterator[dict[str, str] | None]:
    """Two throw-away databases, ours and Y's, as environment; None when there is no server."""
    if kind == "sqlite":
        ours, yard = (f"sqlite:///{folder}/{name}.sqlite3" for name in ("kindling", "yard"))
        yield {"DATABASE_URL": ours, "YARD_DATABASE_URL": yard}
        return
    programs = postgres.find_programs()
    if programs is None:
        yield None
        return
    import psycopg  # noqa: PLC0415

    with postgres.cluster(programs, **DURABLE) as url:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("CREATE DATABASE yard")
            server.execute("ALTER SYSTEM SET autovacuum = off")
            pid = server.execute("SELECT pg_backend_pid()").fetchone()[0]
            root = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        yard = f"{url.rpartition('/')[0]}/yard"
        yield {"DATABASE_URL": url, "YARD_DATABASE_URL": yard, "BENCH_CLUSTER": str(root)}


def inside(name: str, kind: str = "postgres", clock: dict[str, str] = CLOCK) -> int:
    """Run this benchmark again, `--inside` throw-away databases; return its exit code."""
    clean = {key: value for key, value in os.environ.items() if key not in MUTE}
    folder = Path(tempfile.mkdtemp(prefix=f"kindling-{name}-"))
    try:
        with databases(kind, folder) as places:
            if places is None:
                print("No PostgreSQL server here.")
                return 0
            ours = {"KINDLING_DATA": str(folder), "TRUSTED_PROXIES": "1", "PYTHONPATH": str(ROOT)}
            again = [sys.executable, *sys.argv, "--inside"]
            return subprocess.run(again, env=clean | clock | ours | places, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def measure(options: argparse.Namespace) -> int:
    """Seed both, start both servers, run the passes, print the table; return the exit code."""
    print(f"\n{options.inside}: filling both databases …", flush=True)
    ours, yard = fill("benchmarks.seed"), fill("benchmarks.yard.seed")
    import django  # noqa: PLC0415

    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    django.setup()
    chosen = [
        w for w in workloads.WORKLOADS if not options.only or w.key in options.only.split(",")
    ]
    with Tree() as tree:
        bench = Bench(tree, ours, yard)
        for one in chosen:
            bench.warm(one)
        passes, each = (1, 30) if options.quick else (3, 60)
        for _pass in range(passes):
            for one in chosen:
                bench.measure(one, each)
        print(f"{options.inside}, {ours['days']} days, {passes} passes of up to {each} requests")
        is_good = bench.print_table(chosen)
        return 0 if bench.print_memory() and is_good else 1


def fill(module: str) -> dict[str, Any]:
    """Return what the seed printed; with --keep=FOLDER (SQLite) what it printed the first time."""
    told = Path(os.environ["KINDLING_DATA"]) / f"{module}.json"
    if told.exists():
        return json.loads(told.read_text())
    done = subprocess.run(
        [sys.executable, "-m", module], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    told.write_bytes(done.stdout)
    return json.loads(done.stdout)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Bench:
    """Both servers, and what they have cost so far."""

    def __init__(self, tree: Tree, ours: dict[str, Any], yard: dict[str, Any]) -> None:
        self.seed, self.yard_seed = ours, yard
        self.cluster = [int(pid) for pid in [os.environ.get("BENCH_CLUSTER")] if pid]
        ports = [free_port(), free_port()]
        command = web("127.0.0.1", ports[0], 2, 2)
        tree.start(command)
        twin = [*web("127.0.0.1", ports[1], 2, 2)[:-1], "benchmarks.yard.wsgi:application"]
        tree.start(twin)
        for port in ports:
            tree.wait_for("127.0.0.1", port, seconds=60)
        self.pids = [child.pid for child in tree.children]
        self.askers = [Asker(port) for port in ports]
        self.costs: dict[str, list[float]] = defaultdict(list)
        self.yards: dict[str, list[float]] = defaultdict(list)

    def warm(self, one: workloads.Workload) -> None:
        """Both workers have compiled and connected, and every answer is the right one."""
        self.ask(0, islice(one.ours(self.seed), 16 if one.saves else 60))
        self.ask(1, islice(workloads.yard(one.yard, self.yard_seed), 16))

    def measure(self, one: workloads.Workload, each: int) -> None:
        """Ours, then Y's, right after each other."""
        workloads.put_back(one, self.seed)
        self.costs[one.key].append(self.ask(0, islice(one.ours(self.seed), min(each, one.limit))))
        workloads.put_back(one, self.seed)
        requests = islice(workloads.yard(one.yard, self.yard_seed), each)
        self.yards[one.key].append(self.ask(1, requests))

    def ask(self, side: int, requests: Iterator[workloads.Request]) -> float:
        """Send them one after the other; return CPU milliseconds a request."""
        listed, roots = list(requests), [self.pids[side], *self.cluster]
        before = cpu(*roots)
        for path, cookie, form in listed:
            status, body = self.askers[side].ask(path, cookie, form)
            wanted = 302 if form is not None else 200
            assert status == wanted, f"{path}: {status} {body[:300]!r}"
        return (cpu(*roots) - before) / len(listed)

    def print_table(self, chosen: list[workloads.Workload]) -> bool:
        """One line a workload; say whether all hold."""
        head = (
            "",
            "workload",
            "ours ms",
            "Y ms",
            "ratio",
            "ceiling",
            "stmts",
            "most",
            "KB",
            "gzip",
        )
        line = "{:<3}{:<30}{:>8}{:>7}{:>7}{:>9}{:>7}{:>6}{:>7}{:>6}  {}"
        print(line.format(*head, ""))
        verdicts = []
        for one in chosen:
            ours, yard = (sum(c[one.key]) / len(c[one.key]) for c in (self.costs, self.yards))
            statements, page = self.look(one)
            ratio = ours / yard
            faults = [
                text
                for text, is_broken in (
                    ("too slow", ratio > one.ceiling),
                    ("too many statements", statements > one.most),
                    ("too big", len(page) > one.most_kb * 1024),
                )
                if is_broken
            ]
            verdicts.append(not faults)
            cells = (one.key, one.title, f"{ours:.1f}", f"{yard:.1f}", f"{ratio:.2f}", one.ceiling)
            size = (f"{len(page) / 1024:.0f}", f"{len(gzip.compress(page)) / 1024:.1f}")
            print(line.format(*cells, statements, one.most, *size, ", ".join(faults) or "ok"))
        return all(verdicts)

    def look(self, one: workloads.Workload) -> tuple[int, bytes]:
        """Ask once in this process: how many statements, and what comes back."""
        from django.db import connection  # noqa: PLC0415
        from django.test import Client  # noqa: PLC0415
        from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

        workloads.put_back(one, self.seed)
        path, cookie, form = next(one.ours(self.seed))
        client = Client(headers={"host": "127.0.0.1", "x-forwarded-for": "10.250.0.1"})
        client.cookies["sessionid"], client.cookies["csrftoken"] = cookie, CSRF
        client.get("/health/live")
        client.get(path) if form is None else None
        with CaptureQueriesContext(connection) as sent:
            answer = client.get(path) if form is None else client.post(path, form)
        workloads.put_back(one, self.seed)
        said = [query["sql"] for query in sent.captured_queries]
        if os.environ.get("BENCH_SQL"):
            print(f"-- {one.key}", *said, sep="\n")
        return len([sql for sql in said if not sql.startswith(NO_STATEMENT)]), answer.content

    def print_memory(self) -> bool:
        ours, yard = (memory(pid) for pid in self.pids)
        print(f"Memory of two web workers and their parent: {ours:.0f} MB (Y {yard:.0f}), "
              f"at most {MOST_MEMORY}")  # fmt: skip
        return ours <= MOST_MEMORY


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
