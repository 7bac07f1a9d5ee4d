"""Every address × every role, kept in permission_matrix.txt. A change of access shows in the diff.

`make matrix` rewrites the file. A new address with an id wants a subject in matrix_subjects.py.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver

from kindling.config import program_urls, urls
from kindling.ui import views
from tests.matrix_subjects import Subjects
from tests.standing import Standing, _django_db_helper, taken_back  # noqa: F401 (a fixture)

pytestmark = [pytest.mark.once, pytest.mark.django_db]
SNAPSHOT = Path(__file__).with_name("permission_matrix.txt")
# Sam and the other mentors do not sign in; they stand in the rows of passes.
VIEWERS = [
    "maya",
    "jordan",
    "luis",
    "rosa",
    "ana",
    "chen",
    "dana",
    "priya",
    "liam",
    "tasha",
    "otto",
]
REWRITE = bool(os.environ.get("REWRITE"))


def routes(patterns, prefix=""):
    for p in patterns:
        if isinstance(p, URLResolver):
            yield from routes(p.url_patterns, prefix + str(p.pattern))
        elif isinstance(p, URLPattern):
            yield prefix + str(p.pattern)


def all_routes() -> list[str]:
    """School's pages first, then those of no school, each once."""
    found = [f"/harbor-view/{route}" for route in routes(program_urls.urlpatterns)]
    found += [f"/{route.lstrip('^')}" for route in routes(urls.urlpatterns)]
    return list(dict.fromkeys(found))


def section_of(route: str) -> str:
    parts = route.removeprefix("/harbor-view").strip("/").split("/")
    return ("" if route.startswith("/harbor-view") else "/") + parts[0]


SECTIONS = sorted({section_of(route) for route in all_routes()})


def ask(client: Client, method: str, path: str, body: dict | None) -> str:
    """The status of one request, with everything it did taken back."""
    sent = {} if body is None else {"data": body, "content_type": "application/json"}
    cookies = copy.deepcopy(client.cookies)
    cache.clear()  # or the rate limits answer for the pages
    point = transaction.savepoint_create()
    try:
        return str(getattr(client, method)(path, **sent).status_code)
    finally:
        transaction.savepoint_rollback(point)
        client.cookies = cookies


def lines_of(section: str, subjects: Subjects, clients: dict[str, Client]) -> list[str]:
    lines = []
    for route in all_routes():
        if section_of(route) != section:
            continue
        path = subjects.fill(route)
        for method in ("get", "post"):
            body = subjects.body if method == "post" and "/api/v1/" in path else None
            answers = [ask(client, method, path, body) for client in clients.values()]
            shown = route.removeprefix("/harbor-view")
            shown = shown if shown != route else f"~{route}"
            lines.append(f"{method.upper():4} {shown:58} " + " ".join(answers))
    return lines


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[Standing]:
    """The same school for every address: what a request did is taken back."""
    yield from taken_back(django_db_blocker)


@pytest.fixture(scope="module")
def clients(standing: Standing) -> dict[str, Client]:
    made = {"---": Client(raise_request_exception=False)}
    for name in VIEWERS:
        made[name] = Client(raise_request_exception=False)
        made[name].force_login(
            standing.cast.user(name), backend="kindling.accounts.backends.Backend"
        )
    return made


HEAD = f"{'':64}" + " ".join(["---", *(name[:3] for name in VIEWERS)])
NOTE = "~ marks an address outside any school. 302 of --- is the way to sign in."


def written() -> dict[str, list[str]]:
    """The file's lines by section."""
    found: dict[str, list[str]] = {}
    if SNAPSHOT.exists():
        for line in SNAPSHOT.read_text().splitlines()[2:]:
            if line.strip():
                shown = line[5:63].strip()
                route = shown[1:] if shown.startswith("~") else f"/harbor-view{shown}"
                found.setdefault(section_of(route), []).append(line)
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_permission_matrix(section, standing, clients, monkeypatch):
    monkeypatch.setattr(views, "WORKER", Path(__file__))  # whether or not the assets are built
    lines = lines_of(section, standing.subjects, clients)

    if REWRITE:
        kept = {name: rows for name, rows in written().items() if name in SECTIONS}
        kept[section] = lines
        rows = [line for name in sorted(kept) for line in kept[name]]
        SNAPSHOT.write_text("\n".join([NOTE, HEAD, *rows]) + "\n")

    assert written().get(section) == lines
    assert not [line for line in lines if " 500" in line]


def test_the_file_holds_the_sections_there_are():
    assert sorted(written()) == SECTIONS


# What a school publishes about itself: which data it keeps, and how long. Nothing about anybody.
PUBLISHED = {"/what-we-keep/", "/what-we-keep/fields/"}


def test_nobody_comes_in_without_signing_in_and_otto_never():
    inside = [row[5:] for rows in written().values() for row in rows if row[5] != "~"]
    answers = {
        (row.split()[1], row.split()[-1]) for row in inside if row.split()[0] not in PUBLISHED
    }

    assert answers == {("302", "404"), ("401", "404")}
    assert {row.split()[0] for row in inside} >= PUBLISHED
