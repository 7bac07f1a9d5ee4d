"""What every race stands on: a cast in a database of its own, and forks that start at a barrier."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kindling.config.settings")
import django

django.setup()

from django.conf import settings
from django.db import connection, connections

from kindling.kit.http import Refused
from tests.cast import Cast, make_cast

FORK = multiprocessing.get_context("fork")
WON = "won"


def cast_on_stage() -> Cast:
    """Harbor View in a database of its own, where KINDLING_NOW counts."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.TESTING = True
    return make_cast()


def race(runners: list[Callable[[int], str]], rounds: int, after: Callable[[int], None]) -> list:
    """Run each runner in a process, all at once in every round; return their words by round.

    after(round) looks at the database and puts it back, in the first process, while all wait.
    """
    gate, words = FORK.Barrier(len(runners)), FORK.Queue()

    def run(number: int) -> None:
        said = []
        for n in range(rounds):
            gate.wait(timeout=60)
            try:
                said.append(runners[number](n))
            except Refused as refused:
                said.append(str(refused))
            gate.wait(timeout=60)
            if number == 0:
                after(n)
        words.put((number, said))

    connections.close_all()  # nobody shares a connection with a fork
    processes = [FORK.Process(target=fresh(run), args=(n,)) for n in range(len(runners))]
    for process in processes:
        process.start()
    told = dict(words.get(timeout=300) for _process in processes)
    for process in processes:
        process.join()
    return list(zip(*(told[n] for n in range(len(runners))), strict=True))


def fresh(run: Callable[[int], None]) -> Callable[[int], None]:
    """Nobody needs these rows after a power cut, so no round waits for the disk."""

    def begin(number: int) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA synchronous = OFF")
        run(number)

    return begin
