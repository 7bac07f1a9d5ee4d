"""Faults on purpose, bounded in time: `make soak`, or one of them: `make soak ARGS="kills --kills 30"`.

kills     Students check in and out over real HTTP at PostgreSQL while, again and again, a web worker,
          the whole web server, the background worker or a connection's process in the database is
          killed with -9. A client that gets no answer sends the same tap again, as phones do. In the
          end every tap that was acknowledged is there exactly once, and all sums are right.
gateway   The text message gateway is dead while messages are queued, then comes back. Nothing is
          lost, nobody is told twice, and there is no storm.

Prints what happened and ends with 1 when a promise is broken. Fsync is on; data is made for the run.
"""

# ruff: noqa: S603, S311  it starts servers, and chance here keeps no secret

import argparse
import os
import queue
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.phones import Tap, name_of, tap_once, taps_of
from benchmarks.processes import family
from benchmarks.run import DURABLE, MUTE, free_port
from kindling.config.processes import web, worker
from tests import postgres

CLOCK = {"KINDLING_NOW": "2026-10-13T11:00:00-04:00"}
SIZE = ["--schools", "5", "--students", "900", "--days", "5"]
KIND = "passes/not_me"  # the message that goes through the dead gateway
PATIENCE = 90  # seconds a client tries again before we call a tap unanswered


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", nargs="?", choices=["all", "kills", "gateway"], default="all")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two, on average")
    parser.add_argument("--dead", type=int, default=60, help="seconds the gateway is dead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return inside(options)
    programs = postgres.find_programs()
    if programs is None:
        print("No PostgreSQL server here; there is nothing to kill.")
        return 0
    clean = {key: value for key, value in os.environ.items() if key not in MUTE}
    folder = Path(tempfile.mkdtemp(prefix="kindling-soak-"))
    try:
        with postgres.cluster(programs, **DURABLE) as url:
            ours = {"DATABASE_URL": url, "KINDLING_DATA": str(folder), "PYTHONPATH": str(ROOT)}
            ours |= {"TRUSTED_PROXIES": "1", "SOAK_GATEWAY": str(free_port())}
            ours["SMS_URL"] = f"json://127.0.0.1:{ours['SOAK_GATEWAY']}/{{phone}}"
            again = [sys.executable, __file__, *sys.argv[1:], "--inside"]
            return subprocess.run(again, env=clean | CLOCK | ours, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def inside(options: argparse.Namespace) -> int:
    """Fill the database, then one fault after the other; 1 when a promise is broken."""
    manage = [sys.executable, "manage.py"]
    for command in (["migrate", "-v0"], ["createcachetable"], ["seed_network", *SIZE]):
        subprocess.run([*manage, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    import django  # noqa: PLC0415

    django.setup()
    broken = []
    if options.what in {"all", "kills"}:
        broken += kills(options)
    if options.what in {"all", "gateway"}:
        broken += gateway(options)
    print("\n".join(broken) or "Every promise was kept.")
    return 1 if broken else 0


# ── processes that are killed and started again, as a supervisor would ──


@dataclass
class Kept:
    """A process that is started again whenever it ends."""

    name: str
    command: list[str]
    child: subprocess.Popen[bytes] | None = None
    starts: int = 0
    stopped: bool = False

    def look(self) -> None:
        if not self.stopped and (self.child is None or self.child.poll() is not None):
            self.child = subprocess.Popen(
                self.command,
                cwd=ROOT,
                start_new_session=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self.starts += 1

    def end(self) -> None:
        self.stopped = True
        if self.child is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self.child.wait(10)
            with suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()


def supervise(kept: list[Kept], over: threading.Event) -> None:
    while not over.wait(0.1):
        for one in kept:
            one.look()


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError, HTTPException):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health/live")
            connection.getresponse()
            return
        time.sleep(0.1)
    raise TimeoutError("The web server did not come up.")


# ── kills ──


@dataclass
class Load:
    """Taps to send, and what came of them."""

    waiting: queue.Queue[Tap] = field(default_factory=queue.Queue)
    taken: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def kills(options: argparse.Namespace) -> list[str]:
    """Load, and so many kills; return the promises that were broken."""
    chance, port = random.Random(options.seed), free_port()
    server = Kept("web server", web("127.0.0.1", port, 2, 2))
    hand = Kept("worker", worker())
    over, calm = threading.Event(), threading.Event()
    threading.Thread(target=supervise, args=([server, hand], over), daemon=True).start()
    wait_for(port)
    load, taps = Load(), taps_of()
    pace = options.kills * options.every / max(1, len(taps) * 2)
    threads = [threading.Thread(target=send, args=(load, port, calm)) for _ in range(8)]
    for thread in threads:
        thread.start()
    feeder = threading.Thread(target=feed, args=(load, taps, pace))
    feeder.start()
    killed = [kill(chance, server, hand, options.every) for _ in range(options.kills)]
    feeder.join()
    load.waiting.join()
    calm.set()
    for thread in threads:
        thread.join()
    time.sleep(3)  # the worker catches up
    over.set()
    for one in (server, hand):
        one.end()
    waits = statistics.quantiles(load.waits, n=100)
    print(
        f"kills: {len(killed)} ({told(Counter(killed))}); {len(load.taken)} taps acknowledged, "
        f"answers {told(load.answers)}; from the first try on "
        f"p50 {waits[49] * 1000:.0f} ms, p99 {waits[98] * 1000:.0f} ms, "
        f"longest {max(load.waits):.1f} s; web server started {server.starts} times",
        flush=True,
    )
    return proof(load, {tap for one in taps for tap in (f"in-{one.id}", f"out-{one.id}")})


def told(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counted.items()))


def feed(load: Load, taps: list[Tap], pace: float) -> None:
    """Every student comes, then every student leaves, spread over the time of the kills."""
    for kind in ("check_in", "check_out"):
        for tap in taps:
            load.waiting.put(replace(tap, kind=kind))
            time.sleep(pace)
        load.waiting.join()  # nobody leaves before they came


def send(load: Load, port: int, calm: threading.Event) -> None:
    """Send taps until each is acknowledged: no answer and a broken server mean again."""
    while not calm.is_set():
        try:
            tap = load.waiting.get(timeout=0.2)
        except queue.Empty:
            continue
        began = time.monotonic()
        while True:
            status = tap_once(tap, port)
            load.answers[status] += 1
            if status in {"200", "302"}:
                load.taken.append(name_of(tap))
                load.waits.append(time.monotonic() - began)
                break
            if status.startswith("4") or time.monotonic() > began + PATIENCE:
                load.refused.append(f"{name_of(tap)}: {status}")
                break
            time.sleep(0.1)
        load.waiting.task_done()


def kill(chance: random.Random, server: Kept, hand: Kept, every: float) -> str:
    """Wait a moment, then end one of them without a word; return which."""
    time.sleep(chance.uniform(0.5, 1.5) * every)
    what = chance.choice(["web worker", "web worker", "web server", "worker", "database"])
    if what == "database":
        pids = backends()
    elif what == "worker":
        pids = [hand.child.pid] if hand.child else []
    else:
        tree = family(server.child.pid) if server.child else []
        pids = tree if what == "web server" else tree[-1:]
    for pid in pids[:1] if what == "database" else pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return what


def backends() -> list[int]:
    """Processes that serve a connection; one that is killed makes PostgreSQL recover all of it."""
    import psycopg  # noqa: PLC0415

    sql = (
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
        "AND pid <> pg_backend_pid() ORDER BY random()"
    )
    with suppress(psycopg.Error), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return [pid for (pid,) in connection.execute(sql)]
    return []


def proof(load: Load, wanted: set[str]) -> list[str]:
    """Compare what was acknowledged with what is there."""
    from django.db import connection  # noqa: PLC0415
    from django.db.models import Count  # noqa: PLC0415

    from kindling.attendance.models import Day, Entry  # noqa: PLC0415
    from kindling.attendance.sums import wrong_sums  # noqa: PLC0415
    from kindling.roll.proof import wrong_sums as wrong_months  # noqa: PLC0415
    from kindling.schools.models import School  # noqa: PLC0415

    connection.close()  # it may have been killed
    there = Counter(Entry.objects.exclude(tap=None).values_list("tap", flat=True))
    # Each school's taps have names of their own: ids count through the network.
    lost = sorted(set(load.taken) - set(there))
    doubled = sorted(tap for tap, number in there.items() if number > 1)
    days = Day.objects.filter(entries__tap__isnull=False).values("placement", "on")
    twice = days.annotate(n=Count("pk", distinct=True)).filter(n__gt=1).count()
    sums = sum(len(wrong_sums(one)) + len(wrong_months(one)) for one in School.objects.all())
    print(f"       {len(there)} taps there, {len(lost)} lost, {len(doubled) + twice} doubled, "
          f"{len(wanted - set(load.taken))} never answered, {sums} sums off")  # fmt: skip
    faults = {
        f"{len(lost)} acknowledged taps are lost: {lost[:5]}": lost,
        f"{len(doubled) + twice} taps or days are there twice: {doubled[:5]}": doubled or twice,
        f"{sums} sums differ from their days": sums,
        f"taps were refused: {load.refused[:5]}": load.refused,
        "some taps were never answered": wanted - set(load.taken),
    }
    return [text for text, is_broken in faults.items() if is_broken]


# ── gateway ──


def gateway(options: argparse.Namespace) -> list[str]:
    """A dead gateway and a real worker; return the promises that were broken."""
    from django.db import connection  # noqa: PLC0415

    from kindling.notices.models import Notice, Try  # noqa: PLC0415
    from kindling.notices.tests.gateway import Gateway  # noqa: PLC0415

    connection.close()
    hand, over = Kept("worker", worker()), threading.Event()
    threading.Thread(target=supervise, args=([hand], over), daemon=True).start()
    people = tell_everybody(100)
    mine = Notice.objects.filter(kind=KIND)
    time.sleep(options.dead)
    tries = Try.objects.filter(notice__in=mine).count()
    open_one = Gateway(int(os.environ["SOAK_GATEWAY"]))
    open_one.open()
    began, by_second = time.monotonic(), Counter[int]()
    while time.monotonic() < began + 420 and len({p for p, _m in open_one.told}) < people:
        seen = len(open_one.told)
        time.sleep(1)
        by_second[int(time.monotonic() - began)] = len(open_one.told) - seen
    time.sleep(5)
    took = time.monotonic() - began - 5
    over.set()
    hand.end()
    open_one.close()
    states = Counter(mine.values_list("state", flat=True))
    each = Counter(path for path, _message in open_one.told)
    print(
        f"gateway: dead for {options.dead} s with {people} messages queued, {tries} tries meanwhile; "
        f"all told {took:.0f} s after it came back, most in one second "
        f"{max(by_second.values(), default=0)}; states {told(states)}",
        flush=True,
    )
    faults = {
        f"{people - len(each)} people were never told": len(each) != people,
        f"somebody was told {max(each.values(), default=0)} times": max(each.values(), default=0)
        > 1,
        f"{tries} tries against a dead gateway are a storm": tries > people // 2,
        f"messages are left: {told(states)}": set(states) - {"sent", "bundled"},
    }
    return [text for text, is_broken in faults.items() if is_broken]


def tell_everybody(count: int) -> int:
    """Queue one urgent message to so many people who have a phone only."""
    from kindling.notices.actions import notify  # noqa: PLC0415
    from kindling.schools.models import Person, School  # noqa: PLC0415
    from kindling.schools.viewer import Viewer  # noqa: PLC0415

    school = School.objects.get(slug="school-000")
    people = list(Person.objects.filter(school=school, user=None).order_by("pk")[:count])
    for number, person in enumerate(people):
        person.email, person.phone = "", f"+1401555{number:04}"
        person.save()
        notify(person, KIND, {"bearer": person}, by=Viewer.system(school), urgent=True)
    return len(people)


if __name__ == "__main__":
    sys.exit(main())
