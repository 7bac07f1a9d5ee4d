"""Everybody arrives: so many check-ins a second over real HTTP, each student once.

    python benchmarks/morning.py [--rate 100] [--seconds 60]

Makes a network of its own on PostgreSQL (`benchmarks/network.py --morning 60` does the same in the
big one). Granian with two workers, fsync on. Prints how long an answer took and what it cost, and
ends with 1 when a check-in is lost or there twice.
"""

# ruff: noqa: S603  it starts servers

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.phones import Tap, name_of, tap_once, taps_of
from benchmarks.processes import cpu
from benchmarks.run import free_port, inside
from kindling.config.processes import Tree, web

THREADS = 24


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rate", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    return alone(options) if options.inside else inside("morning")


def alone(options: argparse.Namespace) -> int:
    students = options.rate * options.seconds
    size = ["--schools", str(max(2, students // 110)), "--students", str(students), "--days", "5"]
    for command in (["migrate", "-v0"], ["createcachetable"], ["seed_network", *size]):
        manage = [sys.executable, "manage.py", *command]
        subprocess.run(manage, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    import django  # noqa: PLC0415

    django.setup()
    with Tree() as tree:
        return 0 if morning(tree, rate=options.rate, seconds=options.seconds) else 1


def morning(tree: Tree, *, rate: int, seconds: int) -> bool:
    """Start a server, let them arrive; say whether each is there once. Django is set up by then."""
    from django.db import connection  # noqa: PLC0415

    taps, port = taps_of(rate * seconds), free_port()
    connection.close()
    tree.start(web("127.0.0.1", port, 2, 4))
    tree.wait_for("127.0.0.1", port, seconds=60)
    roots = [tree.children[-1].pid]
    roots += [int(pid) for pid in [os.environ.get("BENCH_CLUSTER")] if pid]
    answers, waits, started, before = Counter(), [], time.monotonic(), cpu(*roots)

    def send(tap: Tap, due: float) -> None:
        status = tap_once(tap, port)
        answers[status] += 1
        waits.append(time.monotonic() - due)

    with ThreadPoolExecutor(THREADS) as pool:
        for number, tap in enumerate(taps):
            due = started + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            pool.submit(send, tap, due)
    took, used = time.monotonic() - started, cpu(*roots) - before
    ways = statistics.quantiles(waits, n=100)
    lost, doubled = missing(taps)
    print(
        f"{len(taps)} check-ins in {took:.0f} s ({len(taps) / took:.0f} a second, asked for {rate}): "
        f"answers {dict(answers)}; from due to answered p50 {ways[49] * 1000:.0f}, "
        f"p95 {ways[94] * 1000:.0f}, p99 {ways[98] * 1000:.0f} ms; {used / len(taps):.1f} CPU ms "
        f"each; {lost} lost, {doubled} doubled"
    )
    return not lost and not doubled


def missing(taps: list[Tap]) -> tuple[int, int]:
    """How many of them are not there, and how many twice."""
    from kindling.attendance.models import Entry  # noqa: PLC0415

    there = Counter(Entry.objects.exclude(tap=None).values_list("tap", flat=True))
    names = [name_of(tap) for tap in taps]
    return sum(not there[one] for one in names), sum(there[one] > 1 for one in names)


if __name__ == "__main__":
    sys.exit(main())
