"""Our pages in one school, and again when 274 others and two years of days lie beside it.

    python benchmarks/network.py [--schools 275] [--students 30000] [--days 334] [--quick]
        [--morning SECONDS] [--silence] [--changes]

PostgreSQL only. Fills one school of 500, measures; adds the others, measures the same pages of the
same school again. What is bound to a student, an advisory or a school must not grow: at most 1.2
times. Y is asked in between, as `make bench` does. The last lines are the network's year in SQL:
from the sums of months, and raw, which no page does.
"""

# ruff: noqa: S603  it starts servers

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import workloads
from benchmarks.asking import Asker
from benchmarks.changes import measure_changes, state_of_now
from benchmarks.morning import morning
from benchmarks.run import Bench, fill, inside
from benchmarks.silence import measure_silence
from kindling.config.processes import Tree

GROWTH = 1.2
HERE = "/school-000/"
BIG = 500


@dataclass
class Page:
    """A page of ours, Y's page beside it, and what each request cost: one school, then many."""

    key: str
    title: str
    yard: str
    ceiling: float  # against Y; 0: no page of Y is like it, it only tells how busy we are
    of_network: bool = False  # it shows every school, so it may grow with them
    costs: list[float] = field(default_factory=list)
    yards: list[float] = field(default_factory=list)

    def asks(self, seed: dict[str, Any], round_: int) -> Iterator[workloads.Request]:
        """What to ask; each round has check-ins of its own."""
        if self.key == "3":
            for number, (cookie, placement) in enumerate(seed["check_ins"][round_::2]):
                form = {"goal": "Learn one new thing", "tap": f"{round_}-{number}"}
                yield f"{HERE}days/check-in/{placement}/", cookie, form
            return
        paths = {
            "1": ("advisors", [HERE]),
            "B": ("advisors", [f"{HERE}board/"]),
            "Bs": ("leaders", [f"{HERE}board/"]),
            "7": ("leaders", [f"{HERE}records/year/"]),
            "7a": ("leaders", [f"{HERE}records/away/"]),
            "12": ("office", ["/network/coast/"]),
            "8": ("leaders", [f"{HERE}records/students/{one}/" for one in seed["students"]]),
        }
        who, addresses = paths[self.key]
        for cookie, address in zip(cycle(seed[who]), cycle(addresses), strict=False):
            yield address, cookie, None


def pages() -> list[Page]:
    return [
        Page("1", "Advisor's Today, 20 students", "roster", 1.1),
        Page("B", "Board of one advisory", "roster", 1.1),
        Page("Bs", "Board of a school of 500", "students", 0),
        Page("3", "One check-in", "save", 0.8),
        Page("7", "The school's year by advisory", "students", 0),
        Page("7a", "Away too often, a school of 500", "students", 0),
        Page("8", "One student's year", "students", 1.4),
        Page("12", "The network, every school", "students", 0, of_network=True),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--schools", type=int, default=275)
    parser.add_argument("--students", type=int, default=30_000)
    parser.add_argument("--days", type=int, default=334)
    parser.add_argument("--morning", type=int, default=0, help="seconds of 100 check-ins each")
    parser.add_argument("--silence", action="store_true", help="the ladder with everybody expected")
    parser.add_argument("--changes", action="store_true", help="what later migrations will do")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    return measure(options) if options.inside else inside("network")


def measure(options: argparse.Namespace) -> int:
    manage("migrate", "-v0")
    manage("createcachetable")
    manage("seed_network", "--schools", "1", f"--students={BIG}", f"--days={options.days}")
    yard = fill("benchmarks.yard.seed")
    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    import django  # noqa: PLC0415

    django.setup()
    seed, found = who_asks(), pages()
    with Tree() as tree:
        bench = Bench(tree, seed, yard)
        ask_all(bench, found, 0, options)
        others = ["--schools", options.schools - 1, "--students", options.students - BIG]
        manage("seed_network", "--first", "1", *map(str, others), f"--days={options.days}")
        tidy()
        # The servers have let the idle connections go meanwhile.
        bench.askers = [Asker(next(one.connections).port) for one in bench.askers]
        ask_all(bench, found, 1, options)
        is_good = tell(bench, found)
        if options.morning:
            is_good = morning(tree, rate=100, seconds=options.morning) and is_good
    is_good = network_in_sql(found[-1]) and is_good
    if options.silence:
        is_good = measure_silence() and is_good
    if options.changes:
        is_good = measure_changes(state_of_now()) and is_good
    return 0 if is_good else 1


def manage(*command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True)


def who_asks() -> dict[str, Any]:
    """Sessions of the first school's people, and check-ins for two rounds."""
    from benchmarks.seed import cookie_of  # noqa: PLC0415
    from kindling.accounts.models import User  # noqa: PLC0415
    from kindling.demo.network.plan import OFFICE  # noqa: PLC0415
    from kindling.people.models import Student  # noqa: PLC0415
    from kindling.placements.models import Placement  # noqa: PLC0415
    from kindling.schools.models import Person, School  # noqa: PLC0415

    school = School.objects.get(slug="school-000")
    people = Person.objects.filter(school=school).select_related("user")

    def sessions(role: str, count: int) -> list[str]:
        rows = people.filter(memberships__role=role).order_by("pk")[:count]
        return [cookie_of(one) for one in rows]

    placements = Placement.objects.filter(school=school).select_related("student__person__user")
    return {
        "advisors": sessions("advisor", 10),
        "leaders": sessions("coordinator", 1),
        "office": [cookie_of(Reader(User.objects.get(email=OFFICE)))],
        "students": list(
            Student.objects.filter(school=school).values_list("public_id", flat=True)[:40]
        ),
        "check_ins": [
            [cookie_of(one.student.person), one.public_id]
            for one in placements.order_by("pk")[:280]
        ],
    }


@dataclass
class Reader:
    """Somebody of the network's office, who is no person of a school."""

    user: Any


def tidy() -> None:
    """What autovacuum would have done by the next morning."""
    from django.db import connection  # noqa: PLC0415

    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def ask_all(bench: Bench, found: list[Page], round_: int, options: argparse.Namespace) -> None:
    """Warm both, then ask ours and Y's right after each other."""
    each = 30 if options.quick else 100
    for one in found:
        asks = one.asks(bench.seed, round_)
        yards = workloads.yard(one.yard, bench.yard_seed)
        bench.ask(0, islice(asks, 40))
        bench.ask(1, islice(yards, 16))
        mine, theirs = [], []
        for _part in range(4):
            mine.append(bench.ask(0, islice(asks, each // 4)))
            theirs.append(bench.ask(1, islice(yards, each // 4)))
        one.costs.append(sum(mine) / 4)
        one.yards.append(sum(theirs) / 4)


def tell(bench: Bench, found: list[Page]) -> bool:
    """Print a line for each page; say whether none has grown or is dearer than it may be."""
    line = "{:<3}{:<34}{:>10}{:>9}{:>8}{:>7}{:>7}{:>9}{:>7}{:>7}  {}"
    print(line.format("", "page", "one ms", "many ms", "growth", "Y ms", "ratio", "ceiling",
                      "stmts", "KB", ""))  # fmt: skip
    is_good = True
    for one in found:
        few, many = one.costs
        before, yard = one.yards
        growth = (many / yard) / (few / before)  # Y does not grow: it tells how busy the machine is
        ratio = many / yard
        statements, body = look(bench, one)
        faults = [text for text, is_broken in (
            ("grows", growth > GROWTH and not one.of_network), ("too slow", bool(one.ceiling) and ratio > one.ceiling),
        ) if is_broken]  # fmt: skip
        is_good = is_good and not faults
        print(line.format(
            one.key, one.title, f"{few:.1f}", f"{many:.1f}", f"{growth:.2f}",
            f"{yard:.1f}", f"{ratio:.2f}", one.ceiling or "",
            statements, f"{len(body) / 1024:.0f}", ", ".join(faults) or "ok",
        ))  # fmt: skip
    return is_good


def look(bench: Bench, one: Page) -> tuple[int, bytes]:
    """Ask once in this process: how many statements, and what comes back."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from benchmarks.asking import CSRF  # noqa: PLC0415
    from benchmarks.run import NO_STATEMENT  # noqa: PLC0415

    asks = one.asks(bench.seed, 1)
    path, cookie, form = next(islice(asks, 139, None)) if one.key == "3" else next(asks)
    client = Client(headers={"host": "127.0.0.1", "x-forwarded-for": "10.250.0.1"})
    client.cookies["sessionid"], client.cookies["csrftoken"] = cookie, CSRF
    client.get(HERE)
    if form is None:
        client.get(path)
    with CaptureQueriesContext(connection) as sent:
        answer = client.get(path) if form is None else client.post(path, form)
    said = [query["sql"] for query in sent.captured_queries]
    return len([sql for sql in said if not sql.startswith(NO_STATEMENT)]), answer.content


OF_RAW = 0.05  # what the network's page may cost of adding up every mark
RAW = """SELECT s.school_id, m.code, count(*) FROM roll_mark m JOIN people_student s
ON s.id = m.student_id GROUP BY s.school_id, m.code"""


def network_in_sql(page: Page) -> bool:
    """Add up every mark of the network, which no page does; say whether its page is cheap."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(RAW)
        began = time.perf_counter()
        cursor.execute(RAW)
        rows, raw = len(cursor.fetchall()), (time.perf_counter() - began) * 1000
        cursor.execute(
            "SELECT relname, pg_table_size(oid), pg_indexes_size(oid), reltuples FROM pg_class "
            "WHERE relname IN ('roll_mark', 'attendance_day', 'roll_monthsum', 'roll_schoolmonth')"
        )
        sizes = cursor.fetchall()
    ratio = page.costs[-1] / raw
    verdict = "ok" if ratio <= OF_RAW else "too slow"
    print(f"Every mark of the network raw: {raw:.0f} ms ({rows} rows); its page {page.costs[-1]:.1f} CPU ms, "
          f"{ratio:.3f} of it, ceiling {OF_RAW}: {verdict}")  # fmt: skip
    for name, table, indexes, rows in sizes:
        each = (table + indexes) / max(1, rows)
        print(f"{name}: {rows:,.0f} rows, {(table + indexes) / 2**20:,.0f} MB, {each:.0f} B a row")
    return ratio <= OF_RAW


if __name__ == "__main__":
    sys.exit(main())
