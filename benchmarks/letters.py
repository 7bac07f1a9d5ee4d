"""From asking for a link to the mail server's hands, alone and behind five hundred letters.

    python benchmarks/letters.py [--asks 20] [--letters 500]

PostgreSQL only. One background worker and a real SMTP server on this machine. Ends with 1 when a
letter that signs in took longer than five seconds.
"""

# ruff: noqa: S603  it starts a worker

import argparse
import os
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.run import inside
from kindling.config.processes import Tree, worker

MOST = 5.0  # seconds somebody waits before the page


class Office:
    """An SMTP server that notes when each letter that signs in came."""

    def __init__(self) -> None:
        self.came: dict[str, float] = {}
        self.others = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if b"/sign-in/link/" in envelope.content:
            self.came[envelope.rcpt_tos[0]] = time.monotonic()
        else:
            self.others += 1
        return "250 Taken"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--asks", type=int, default=20)
    parser.add_argument("--letters", type=int, default=500)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    return measure(options) if options.inside else inside("letters", clock={})


def measure(options: argparse.Namespace) -> int:
    from aiosmtpd.controller import Controller  # noqa: PLC0415

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
    for command in (["migrate", "-v0"], ["createcachetable"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    import django  # noqa: PLC0415

    django.setup()
    school, people = make_people(options.asks)
    office = Office()
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with Tree() as tree:
            tree.start(worker())
            time.sleep(4)
            alone = ask_all(office, people)
            write_letters(school, people[0], options.letters)
            before = office.others
            behind = ask_all(office, people)
            print(f"{office.others - before} of {options.letters} other letters left meanwhile.")
    finally:
        controller.stop()
    return max(tell("alone", alone), tell(f"behind {options.letters} letters", behind))


def make_people(count: int) -> tuple[Any, list[Any]]:
    """A school with so many people who may sign in."""
    from benchmarks.seed import people  # noqa: PLC0415
    from kindling.schools.models import Installation, Network, School  # noqa: PLC0415
    from kindling.schools.roles import Role  # noqa: PLC0415

    Installation.objects.create(is_demo=False)
    network = Network.objects.create(name="Coast", slug="coast")
    zone = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"  # noon: at night letters wait
    facts = {"network": network, "slug": "harbor-view", "timezone": zone}
    school = School.objects.create(name="Harbor View", **facts)
    made = people(school, "advisor", count, Role.ADVISOR, sign_in=True)
    return school, made


def write_letters(school: Any, person: Any, count: int) -> None:
    """So many letters that nobody waits for, each with its task."""
    from kindling.notices.actions import notify  # noqa: PLC0415
    from kindling.schools.viewer import Viewer  # noqa: PLC0415

    by = Viewer.system(school)
    for number in range(count):
        told = {"name": f"Place {number}", "reason": ""}
        notify(person, "sites/declined", {"suggestion": told}, by=by, at_once=True)


def ask_all(office: Office, people: list[Any]) -> list[float]:
    """Each asks on the page, two a second; return how long each waited, in seconds."""
    from django.test import Client  # noqa: PLC0415

    asked = {}
    for number, person in enumerate(people):
        office.came.pop(person.email, None)
        client = Client(headers={"host": "127.0.0.1", "x-forwarded-for": f"10.1.0.{number}"})
        asked[person.email] = time.monotonic()
        assert client.post("/sign-in/link/", {"email": person.email}).status_code == 302
        time.sleep(0.5)
    until = time.monotonic() + 60
    while len(office.came) < len(asked) and time.monotonic() < until:
        time.sleep(0.05)
    return [office.came.get(email, until) - at for email, at in asked.items()]


def tell(how: str, waits: list[float]) -> int:
    waits = sorted(waits)
    print(f"{how}: p50 {waits[len(waits) // 2]:.2f} s, longest {waits[-1]:.2f} s")
    return int(waits[-1] > MOST)


if __name__ == "__main__":
    sys.exit(main())
