"""The four forms of `./go test`. What follows the form goes to pytest.

./go test             the suite on SQLite, without a browser
./go test --postgres  the same on PostgreSQL: a throw-away one, or the one DATABASE_URL names
./go test --browser   the journeys, in Chromium
./go test --pages     every page: axe in light and dark, overflow, console, foreign requests

A form whose tool is absent is skipped with one line; where CI is set that is a failure.
"""

# ruff: noqa: S603, T201  it starts pytest

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kindling import assets
from tests import postgres

FORMS = {
    "sqlite": "not browser and not pages and not postgres",
    "postgres": "not browser and not pages and not once",
    "browser": "browser",
    "pages": "pages",
}
WHERE = {"browser": "tests", "pages": "tests/pages"}  # nothing below kindling/ opens a browser
NOTHING_RAN = 5


class Absent(Exception):
    """A tool that this form needs is not on this machine."""


def main(arguments: list[str]) -> int:
    if arguments and arguments[0] in {"-h", "--help"}:
        print(__doc__)
        return 0
    form = "sqlite"
    if arguments and arguments[0].removeprefix("--") in FORMS:
        form = arguments.pop(0).removeprefix("--")
    try:
        with surroundings(form) as environment:
            code = run_pytest(form, arguments, environment)
    except Absent as absent:
        print(f"Skipped the {form} tests: {absent}")
        return 1 if os.environ.get("CI") else 0
    if code == NOTHING_RAN:
        print(f"No test ran. The {form} form takes tests marked: {FORMS[form]}.")
    return code


@contextmanager
def surroundings(form: str) -> Iterator[dict[str, str]]:
    """Yield the environment the form runs in; raise Absent when it cannot be made here."""
    environment = os.environ | {"PYTHONWARNINGS": "", "KINDLING_TEST_FORM": form}
    given = environment.pop("DATABASE_URL", "")
    if form in {"browser", "pages"}:
        if assets.main():
            raise Absent("the browser assets could not be built.")
        browsers = {"CHROMIUM": chromium(quick=True), "WHOLE_CHROMIUM": chromium(quick=False)}
        yield environment | browsers | {"DJANGO_ALLOW_ASYNC_UNSAFE": "true"}
    elif form == "sqlite":
        yield environment
    elif given.startswith("postgres"):
        yield environment | {"DATABASE_URL": given}
    else:
        programs = postgres.find_programs()
        if programs is None:
            raise Absent("no PostgreSQL server here. Install postgresql, or set DATABASE_URL.")
        with postgres.cluster(programs) as url:
            yield environment | {"DATABASE_URL": url}


def chromium(*, quick: bool) -> str:
    """Return the browser: CHROMIUM, or the first that the system has.

    quick: its shell without a window, where there is one. It takes two thirds of the time, and shows no
    notifications: who needs them asks for the whole one (`whole_browser`).
    """
    shell = "chromium-headless-shell" if quick else None
    names = (os.environ.get("CHROMIUM"), shell, "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        raise Absent("no Chromium here. Install chromium, or set CHROMIUM to its path.")
    return found


def run_pytest(form: str, arguments: list[str], environment: dict[str, str]) -> int:
    """Run pytest, on two cores when the whole form runs, and return its exit code."""
    chosen = any(Path(argument.partition("::")[0]).exists() for argument in arguments)
    spread = (
        []
        if chosen or any(a.startswith(("-n", "--pdb")) for a in arguments)
        else ["-n", "2", "--dist", "worksteal"]
    )
    where = [] if chosen or form not in WHERE else [WHERE[form]]
    command = [sys.executable, "-m", "pytest", "-q", *spread, "-m", FORMS[form]]
    running = subprocess.Popen([*command, *where, *arguments], env=environment)
    try:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:  # pytest hears Ctrl-C too: let it end in its own way
                continue
    finally:
        running.terminate()


def stop(*_: object) -> None:
    """End as after Ctrl-C, so that nothing we started lives on."""
    sys.exit(143)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    sys.exit(main(sys.argv[1:]))
