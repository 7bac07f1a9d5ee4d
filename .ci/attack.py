"""Attack a Kindling of our own, on a folder that is thrown away: `make attack ARGS="…"`.

--world demo|school      the demo, or a real school with its records (export_school, import_school)
--database sqlite|postgres
--only crawl,odd,schemathesis,wapiti,sqlmap,headers
--roles "Maya Santos,…"  who attacks; else everybody
--seconds N              of schemathesis for each role, of wapiti for each hundred addresses (300)
--modules xss,sql,…      of wapiti; they share its seconds
--keep FOLDER            keep the folder, with each tool's own words

Sends to 127.0.0.1 only, one request at a time. Not part of .ci/run: it takes hours.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / ".ci")]

from attacks import grade, odd, tools  # noqa: E402  the path is set first
from attacks.crawl import Target, ask, crawl  # noqa: E402
from attacks.stage import Somebody, Stage, say, stage  # noqa: E402

STEPS = ["crawl", "odd", "schemathesis", "headers", "wapiti", "sqlmap"]


def asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--world", choices=["demo", "school"], default="demo")
    words.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    words.add_argument("--only", default=",".join(STEPS))
    words.add_argument("--roles", default="")
    words.add_argument("--seconds", type=int, default=300)
    words.add_argument("--modules", default=tools.MODULES)
    words.add_argument("--port", type=int, default=8461)
    words.add_argument("--keep", type=Path)
    return words.parse_args()


def main() -> int:
    told = asked()
    steps = told.only.split(",")
    if {"wapiti", "sqlmap"} & {*steps}:
        tools.install()
        (tools.TOOLS / "home").mkdir(exist_ok=True)
    found: list[str] = []
    with stage(told.world, told.database, told.port, told.keep) as on:
        people = [one for one in on.people() if one.name in (told.roles or one.name)]
        addresses = addresses_of(on, people)
        for step in steps:
            found += STEP[step](on, addresses, told) if step in STEP else []
        errors = on.broken()
        say(f"The log holds {len(errors)} errors.")
        found += errors
    say(f"\n{len(found)} findings" + "".join(f"\n  {line}" for line in found))
    return bool(found)


type Addresses = list[tuple[Somebody, list[Target]]]


def addresses_of(on: Stage, people: list[Somebody]) -> Addresses:
    """Who reaches what: each kind of address with the first who comes to it."""
    known: set[object] = set()
    made = []
    for who in people:
        reached = crawl(on, who)
        new = [target for target in reached if target.kind not in known]
        known |= {target.kind for target in new}
        made.append((who, new))
        say(f"{who.name}: {len(reached)} kinds of addresses, {len(new)} new")
    return made


def throw_odd_values(on: Stage, addresses: Addresses, _told: argparse.Namespace) -> list[str]:
    found = []
    for who, targets in addresses:
        sent, wrong = odd.throw(on, who, [target for target in targets if target.fields])
        say(f"odd values as {who.name}: {sent} requests, {len(wrong)} findings")
        found += wrong
    return found


def ask_the_api(on: Stage, addresses: Addresses, told: argparse.Namespace) -> list[str]:
    found = []
    for who, _targets in addresses:
        operations, failed = tools.schemathesis(on, who, told.seconds)
        say(f"schemathesis as {who.name}: {operations} operations, {len(failed)} failed")
        found += [f"schemathesis as {who.name}: {line}" for line in failed]
    return found


def let_wapiti(on: Stage, addresses: Addresses, told: argparse.Namespace) -> list[str]:
    found = []
    for who, targets in addresses:
        before = on.strangers()
        pages, wrong = tools.wapiti(on, who, targets, told.seconds, told.modules)
        if (lost := on.strangers() - before) or is_out(on, who):
            wrong.append(f"it was not signed in ({lost} forms sent without a cookie)")
        say(f"wapiti as {who.name}: {pages} pages, {len(wrong)} findings")
        found += [f"wapiti as {who.name}: {line}" for line in wrong]
    return found


def is_out(on: Stage, who: Somebody) -> bool:
    """Whether a tool lost the session it was given: then it attacked the door only."""
    return bool(who.session) and "/sign-in/" in ask(on, who, Target("GET", who.doors[0]))[1]


def let_sqlmap(on: Stage, addresses: Addresses, told: argparse.Namespace) -> list[str]:
    found, ends = [], {}
    for who, targets in addresses:
        began = time.monotonic()
        with_fields = [target for target in targets if target.fields]
        for target in with_fields:
            end, holes = tools.sqlmap(on, who, target, told.database)
            ends[end[:70]] = ends.get(end[:70], 0) + 1
            found += holes
        say(f"sqlmap as {who.name}: {len(with_fields)} addresses, {time.monotonic() - began:.0f} s")
    for end, times in sorted(ends.items()):
        say(f"  {times} × {end}")
    return found


def grade_headers(on: Stage, addresses: Addresses, _told: argparse.Namespace) -> list[str]:
    return [line for who, targets in addresses for line in grade.graded(on, who, targets)]


STEP = {
    "odd": throw_odd_values,
    "schemathesis": ask_the_api,
    "headers": grade_headers,
    "wapiti": let_wapiti,
    "sqlmap": let_sqlmap,
}

if __name__ == "__main__":
    sys.exit(main())
