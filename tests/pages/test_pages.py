"""Every page of the permission matrix, as somebody who may open it.

axe in light and dark, no sideways scroll on a narrow phone, a phone and a desk, and through the
guard: no console error and no request to another host.
"""

from functools import cache
from pathlib import Path

import pytest
from django.test import Client
from django.test.client import ClientHandler

from kindling.placements.models import Placement
from tests import standing as schools
from tests.pages.look import assert_fine, fill
from tests.standing import _django_db_helper  # noqa: F401 (a fixture)

pytestmark = [pytest.mark.pages, pytest.mark.django_db]

MATRIX = Path(__file__).parents[1] / "permission_matrix.txt"
HOME = {"may", "jor", "lui", "ros"}  # they see a page as a family does, others as staff
# Files, and the styleguide, which has a test of its own.
NO_PAGE = (
    "/api/",
    ".json",
    ".js",
    ".webmanifest",
    ".pmtiles",
    "/styleguide/",
    "/attachments/",
    "/certificates/<slug:public_id>/file/",
    "/evidence/<slug:public_id>/file/",
    "/evidence/sent/",
    "/uploads/<slug:public_id>/",
)


def matrix() -> list[tuple[str, list[str]]]:
    """Return every route of a page, and who may open it."""
    if not MATRIX.exists():
        return []
    _, head, *lines = MATRIX.read_text().splitlines()
    names = head.split()
    found = []
    for _, shown, *answers in (line.split() for line in lines if line.startswith("GET")):
        route = shown[1:] if shown.startswith("~") else f"/harbor-view{shown}"
        if not any(part in route for part in NO_PAGE):
            welcome = [name for name, code in zip(names, answers, strict=True) if code == "200"]
            found.append((route, welcome))
    return found


def pages() -> list[tuple[str, str]]:
    """Return route and viewer: once, or twice where families and staff both may.

    Today is another page for each role, and outside the schools one look is enough.
    """
    found = []
    for route, welcome in matrix():
        home = [name for name in welcome if name in HOME]
        staff = [name for name in welcome if name not in HOME]
        chosen = [*home[-1:], *staff[:1]]
        if route == "/harbor-view/":
            chosen = welcome
        elif not route.startswith("/harbor-view"):
            chosen = chosen[-1:]
        elif "lui" in home:
            chosen = ["lui", *staff[:1]]
        found += [(route, name) for name in chosen]
    return found


def full_name(cast, short: str) -> str | None:
    """Turn a column's head (the first three letters) into a name of the cast."""
    return next((name for name in vars(cast) if short != "---" and name.startswith(short)), None)


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """The same school for every page: they are only looked at."""
    yield from schools.committed(
        django_db_blocker, lambda cast: fill(cast, Placement.objects.get())
    )


@pytest.fixture(scope="module")
def seats():
    """The browser contexts of this module, by who sits there: what a page needs is loaded once."""
    kept = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def seat(seats, browser, browser_context_args, guard, sign_in):
    """Return a new page of somebody who is signed in."""

    def seat(user, locale="en-US"):
        if (user, locale) not in seats:
            asked = {**browser_context_args, "base_url": guard.home, "service_workers": "block"}
            seats[user, locale] = browser.new_context(**asked | {"locale": locale})
            seats[user, locale].set_default_timeout(10_000)
        page = guard.watch(seats[user, locale].new_page())
        opened.append(page)
        return sign_in(page, user) if user else page

    opened = []
    yield seat
    for page in opened:
        page.close()


@pytest.mark.parametrize(("route", "viewer"), pages())
def test_page(route, viewer, standing, seat):
    name = full_name(standing.cast, viewer)
    user = standing.cast.user(name) if name else None
    path = standing.subjects.fill(route)
    if not is_html(path, user):
        return
    page = seat(user)

    page.goto(path)

    is_home = viewer in HOME  # in the dark they are looked at in test_right_to_left.py
    assert_fine(page, 390 if is_home else 1366, in_dark=not is_home)


@cache
def with_middleware() -> ClientHandler:
    """Loaded once: it reads the list of all static files, which took as long as most pages."""
    return ClientHandler(enforce_csrf_checks=False)


def is_html(path: str, user) -> bool:
    """A spreadsheet, JSON or a part of a page is none. Asked of the test client, not the browser."""
    client = Client()
    client.handler = with_middleware()
    if user:
        client.force_login(user, backend="kindling.accounts.backends.Backend")
    answer = client.get(path)
    if answer.streaming:  # a long table for other programs
        return False
    return answer.status_code == 200 and b"</html>" in answer.content
