"""Five hundred open boards, each asking every nine seconds, through a real server with two workers.

    python benchmarks/boards.py [--boards 500] [--seconds 30] [--database postgres]

Two rounds over the seed of 500 students: a quiet one, in which nothing happens but the minute, and
a morning, in which a student checks in each second, so that every question finds news. 480 boards
are advisors', 20 the whole school's. Prints answers by status, milliseconds until they came, and
what a question cost the web server and the database in CPU.
"""

import argparse
import os
import statistics
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.asking import CSRF
from benchmarks.processes import cpu, memory
from benchmarks.run import fill, free_port, inside
from kindling.config.processes import Tree, web

NOW = "/harbor-view/board/now/"
EVERY = 9.0  # seconds between two questions of one board
CLOCK = {"KINDLING_NOW": "2026-10-13T11:00:00-04:00"}


@dataclass
class Board:
    """One open page: who looks, and the stamp it holds."""

    cookie: str
    stamp: str = ""


@dataclass
class Round:
    """What came back."""

    statuses: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)


class Asking(threading.local):
    """One kept connection a thread."""

    connection: HTTPConnection | None = None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--boards", type=int, default=500)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="postgres")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    return measure(options) if options.inside else inside("boards", options.database, CLOCK)


def measure(options: argparse.Namespace) -> int:
    seed = fill("benchmarks.seed")
    port = free_port()
    leaders = options.boards // 25
    cookies = [seed["leader"]] * leaders
    cookies += [seed["advisors"][n % 10] for n in range(options.boards - leaders)]
    boards = [Board(cookie) for cookie in cookies]
    with Tree() as tree:
        tree.start(web("127.0.0.1", port, 2, 2))
        tree.wait_for("127.0.0.1", port, seconds=60)
        roots = [child.pid for child in tree.children]
        roots += [int(pid) for pid in [os.environ.get("BENCH_CLUSTER")] if pid]
        asking = Asking()
        for board in boards:  # everybody opens the page
            ask(board, asking, port, Round())
        for title, check_ins in (("quiet", []), ("morning", seed["check_ins"])):
            report(title, boards, check_ins, options.seconds, (port, roots))
        print(f"Memory of two web workers and their parent: {memory(tree.children[0].pid):.0f} MB")
    return 0


def report(title, boards, check_ins, seconds, server) -> None:
    """Ask for so many seconds, each board every nine, spread evenly; print one line."""
    port, roots = server
    found, asking = Round(), Asking()
    stop = threading.Event()
    arriving = threading.Thread(target=arrive, args=(check_ins, stop, port))
    before, started = cpu(*roots), time.monotonic()
    arriving.start()
    with ThreadPoolExecutor(8) as pool:
        for number in range(int(seconds * len(boards) / EVERY)):
            due = started + number * EVERY / len(boards)
            time.sleep(max(0.0, due - time.monotonic()))
            pool.submit(ask, boards[number % len(boards)], asking, port, found)
    took = time.monotonic() - started
    stop.set()
    arriving.join()
    used = cpu(*roots) - before
    asked = len(found.waits)
    waits = statistics.quantiles(found.waits, n=100)
    size = statistics.mean(found.sizes) / 1024 if found.sizes else 0
    print(
        f"{title}: {asked / took:.0f} questions a second, {dict(found.statuses)}, "
        f"p50 {waits[49]:.1f} p95 {waits[94]:.1f} p99 {waits[98]:.1f} ms, "
        f"{used / asked:.2f} CPU ms each ({used / took / 10:.0f} % of one core), "
        f"{size:.0f} KB when there is news",
        flush=True,
    )


def ask(board: Board, asking: Asking, port: int, found: Round) -> None:
    if asking.connection is None:
        asking.connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {
        "Host": "127.0.0.1", "Cookie": f"sessionid={board.cookie}", "If-None-Match": board.stamp,
        "HX-Request": "true", "HX-Request-Type": "partial", "Accept-Encoding": "gzip",
    }  # fmt: skip
    started = time.perf_counter()
    asking.connection.request("GET", NOW, headers=headers)
    answer = asking.connection.getresponse()
    body = answer.read()
    found.waits.append((time.perf_counter() - started) * 1000)
    found.statuses[answer.status] += 1
    if answer.status == 200:
        found.sizes.append(len(body))
        board.stamp = answer.headers["ETag"]


def arrive(check_ins, stop: threading.Event, port: int) -> None:
    """A student checks in each second."""
    for number, (cookie, placement) in enumerate(check_ins):
        if stop.wait(1.0):
            return
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        form = urlencode({"goal": "Learn", "tap": f"b{number}", "csrfmiddlewaretoken": CSRF})
        headers = {
            "Host": "127.0.0.1", "Cookie": f"csrftoken={CSRF}; sessionid={cookie}",
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Forwarded-For": f"10.1.{number // 250}.{number % 250}",
        }  # fmt: skip
        connection.request("POST", f"/harbor-view/days/check-in/{placement}/", form, headers)
        answer = connection.getresponse()
        assert answer.status == 302, answer.read()[:300]


if __name__ == "__main__":
    sys.exit(main())
