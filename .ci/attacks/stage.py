"""A Kindling on a folder that is thrown away, and somebody signed in for each role."""

# ruff: noqa: S603  it starts a server

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests import postgres

ROOT = Path(__file__).resolve().parents[2]
SCHOOL = "harbor-view"
# The environment of who starts the attack must not lead to another school.
FOREIGN = {"DATABASE_URL", "SECRET_KEY", "EMAIL_URL", "SMS_URL", "STORAGE_URL", "KINDLING_NOW"}
# Somebody for each role, with a fresh proof that lasts, so that no form is out of reach.
SIGN_IN = """
import json, time
from django.test import Client
from kindling.accounts.views.proof import PROVED_AT
from kindling.demo.cast import CAST
from kindling.keys.actions.tokens import make_token
from kindling.keys.actions.users import make_user
from kindling.clearance.rules import HAND_IN
from kindling.config.passes import PURPOSES
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
found = []
for name, role, slug in CAST:
    person = Person.objects.filter(school__slug=slug, name=name).first()
    if person is None or slug != "harbor-view":
        continue
    if role == Role.MENTOR:
        luis = Student.objects.filter(school=person.school).order_by("pk").first()
        doors = []
        for purpose in sorted(PURPOSES):
            named = [f"{luis.public_id}.{luis.public_id}" if purpose == HAND_IN else luis.public_id]
            alive = Pass.objects.filter(school=person.school, purpose=purpose, revoked_at=None)
            held = alive.order_by("-expires_at").first() or make_pass(
                person, purpose, named, by=Viewer.system(person.school))
            doors.append(f"/p/{token_of(held)}/")
        outside = ["/sign-in/", "/where-your-child-is/", "/credentials/check/", "/transcript/",
                   "/sign-in/forgotten/", f"/programme/{slug}/"]
        found.append({"name": name, "role": role, "doors": doors + outside})
        continue
    user = person.user or make_user(person, by=Viewer.system(person.school))
    client = Client()
    client.force_login(user, backend="kindling.accounts.backends.Backend")
    session = client.session
    session[PROVED_AT] = time.time() + 6 * 3600
    session.save()
    by = Viewer.of_person(Person.objects.get(pk=person.pk))
    try:
        _token, key = make_token(user, name="attack", scope="write", days=1, by=by)
    except Exception:
        key = ""
    found.append({"name": name, "role": role, "key": key, "session": session.session_key,
                  "doors": [f"/{slug}/", "/you/"]})
print("PEOPLE " + json.dumps(found))
"""


@dataclass
class Somebody:
    """Who attacks: a session and a key to the API, or a stranger with a link."""

    name: str
    role: str
    doors: list[str]
    session: str = ""
    key: str = ""

    @property
    def cookie(self) -> str:
        return f"sessionid={self.session}; " if self.session else ""


class Stage:
    """One installation, its server, and what its log says."""

    def __init__(self, folder: Path, port: int, database: str = "") -> None:
        self.folder, self.port = folder, port
        self.base = f"http://127.0.0.1:{port}"
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self.environment = kept | {"KINDLING_DATA": str(folder), "BASE_URL": self.base}
        if database:
            self.environment["DATABASE_URL"] = database
        self.log = folder.parent / f"{folder.name}.log"

    def manage(self, *words: str) -> str:
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(f"{' '.join(words[:2])} broke: {done.stderr[-2000:]}")
        return done.stdout

    @contextmanager
    def served(self, world: str) -> Iterator[None]:
        """The whole process tree, as `./go` starts it; stopped at the end, by its own id."""
        words = ["serve", "--world", world, "--port", str(self.port), "--workers", "1"]
        with self.log.open("wb") as log:
            tree = subprocess.Popen(
                [sys.executable, "manage.py", *words],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
            try:
                self.wait(tree)
                yield
            finally:
                tree.terminate()
                tree.wait(30)

    def wait(self, tree: subprocess.Popen[bytes]) -> None:
        for _second in range(120):
            try:
                with urllib.request.urlopen(f"{self.base}/health/live", timeout=2):  # noqa: S310
                    return
            except OSError:
                time.sleep(1)
            if tree.poll() is not None:
                break
        sys.exit(f"The school did not start: {self.log.read_text()[-2000:]}")

    def people(self) -> list[Somebody]:
        told = self.manage("shell", "--no-imports", "-c", SIGN_IN)
        line = next(line for line in told.splitlines() if line.startswith("PEOPLE "))
        return [Somebody(**one) for one in json.loads(line.removeprefix("PEOPLE "))]

    def strangers(self) -> int:
        """How many forms came without a cookie: no tool of ours should send one."""
        return self.log.read_text(errors="replace").count("CSRF cookie not set")

    def broken(self) -> list[str]:
        """What the log calls an error (an answer of 500, a task that fell over), each end once."""
        ends: dict[str, int] = {}
        for line in self.log.read_text(errors="replace").splitlines():
            if '"level": "error"' in line or '"level": "critical"' in line:
                told = json.loads(line)
                end = [part for part in told.get("trace", "").splitlines() if part.strip()][-1:]
                where = f"{told['what']}: {''.join(end)}"[:300]
                ends[where] = ends.get(where, 0) + 1
        return [f"{times} × {where}" for where, times in ends.items()]


@contextmanager
def stage(world: str, database: str, port: int, folder: Path | None) -> Iterator[Stage]:
    """Serve the demo, or a real school with the demo's records; the folder is thrown away."""
    with ExitStack() as after:
        home = folder or Path(tempfile.mkdtemp(prefix="kindling-attack-"))
        home.mkdir(exist_ok=True)
        if folder is None:
            after.callback(shutil.rmtree, home, ignore_errors=True)
        url = ""
        if database == "postgres":
            programs = postgres.find_programs()
            if programs is None:
                sys.exit("There is no PostgreSQL here.")
            url = after.enter_context(postgres.cluster(programs))
        demo = Stage(home / "demo", port, "" if world == "school" else url)
        demo.folder.mkdir(exist_ok=True)
        demo.manage("serve", "--world", "demo", "--prepare")
        made = demo if world == "demo" else school_of(demo, home, port, url)
        after.enter_context(made.served(world))
        yield made


def school_of(demo: Stage, home: Path, port: int, url: str) -> Stage:
    """A real school that brought its records along, as `export_school` wrote them."""
    packed = home / "school.zip"
    demo.manage("export_school", SCHOOL, str(packed))
    made = Stage(home / "school", port, url)
    made.folder.mkdir(exist_ok=True)
    made.manage("serve", "--world", "school", "--prepare")
    made.manage("import_school", str(packed))
    return made


def say(line: str, to: IO[str] | None = None) -> None:
    print(line, file=to or sys.stdout, flush=True)
