"""Keep who looked, off the way of the page: in memory for two seconds, then written together.

A page costs no statement for it (decision 0751). What a process that is killed has not written yet
is lost: at most two seconds of it.
"""

from __future__ import annotations

import atexit
import logging
from collections import defaultdict
from datetime import date
from threading import Lock, Timer
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection

from kindling.looks.models import Look
from kindling.people.about import ways_to_student

log = logging.getLogger(__name__)
SECONDS = 2.0
MOST = 50_000  # of a day that one process remembers


class Seen(NamedTuple):
    """Somebody opened a page of this row."""

    school: int
    person: int
    what: str
    model: str
    public_id: str
    on: date


class Book:
    """What this process has still to write, and what it has written today."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.known: set[Seen] = set()
        self.waiting: list[Seen] = []

    def note(self, seen: Seen) -> None:
        """Keep it, once a day; the first of a batch starts the clock that writes."""
        if seen in self.known:
            return
        with self.lock:
            if len(self.known) >= MOST:
                self.known.clear()
            self.known.add(seen)
            self.waiting.append(seen)
            starts = len(self.waiting) == 1
        if starts and not settings.TESTING:
            self._start()

    def take(self) -> list[Seen]:
        with self.lock:
            taken, self.waiting = self.waiting, []
        return taken

    def put_back(self, seen: list[Seen]) -> None:
        with self.lock:
            self.waiting = [*seen, *self.waiting]

    def forget(self) -> None:
        """For tests: another database knows nothing of it."""
        with self.lock:
            self.known, self.waiting = set(), []

    def _start(self) -> None:
        timer = Timer(SECONDS, write_apart)
        timer.daemon = True
        timer.start()


book = Book()


def write_apart() -> None:
    """Write in a thread of its own, and give its connection back. Try again when the database is busy."""
    try:
        write_looks()
    except DatabaseError:
        log.exception("Who looked could not be written yet")
        if book.waiting:
            book._start()  # noqa: SLF001 (its own module)
    finally:
        connection.close()


def write_looks() -> int:
    """Write what waits; return how many rows were asked for. What is there already stays as it is."""
    taken = book.take()
    try:
        rows = _rows(taken)
        Look.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    except DatabaseError:
        book.put_back(taken)
        raise
    return len(rows)


def _rows(taken: list[Seen]) -> list[Look]:
    """Find the students of what was opened: one statement for each model."""
    by_model: dict[str, set[str]] = defaultdict(set)
    for seen in taken:
        by_model[seen.model].add(seen.public_id)
    whose = {label: _students_of(label, ids) for label, ids in by_model.items()}
    found: dict[tuple[Any, ...], Look] = {}
    for seen in taken:
        for school, student in whose[seen.model].get(seen.public_id, ()):
            if school == seen.school:
                key = (student, seen.person, seen.what, seen.on)
                found[key] = Look(
                    school_id=school, student_id=student, person_id=seen.person, what=seen.what,
                    on=seen.on,
                )  # fmt: skip
    return list(found.values())


def _students_of(label: str, ids: set[str]) -> dict[str, list[tuple[int, int]]]:
    """Public id → (school, student) of each student that the row is about."""
    way = {"people.Student": "pk", "schools.Person": "student"}.get(label)
    model = apps.get_model(label)
    way = way or ways_to_student()[model]
    rows = model._default_manager.filter(public_id__in=ids)  # noqa: SLF001 (documented by Django)
    found = defaultdict(list)
    for public_id, school, student in rows.values_list("public_id", "school", way):
        if student is not None:
            found[public_id].append((school, student))
    return found


if not settings.TESTING:  # the database that a test looked at is gone by then
    atexit.register(write_apart)
