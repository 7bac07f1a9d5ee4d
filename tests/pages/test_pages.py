"""Every page of the permission matrix, as somebody who may open it.

axe in light and dark, no sideways scroll on a narrow phone, a phone and a desk, and through the
guard: no console error and no request to another host.
"""

from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from tests.matrix_subjects import Subjects

pytestmark = [pytest.mark.pages, pytest.mark.django_db(transaction=True)]

MATRIX = Path(__file__).parents[1] / "permission_matrix.txt"
HOME = {"may", "jor", "lui", "ros"}  # they see a page as a family does, others as staff
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {320: 640, 390: 844, 1366: 900}
PAINTED = "() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"
WIDER = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("body *")]
      .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map(e => e.outerHTML.slice(0, 120))
  : []"""


@cache
def axe() -> Axe:
    return Axe()


def pages() -> list[tuple[str, str]]:
    """Return route and viewer: each page once, or twice where families and staff both may."""
    if not MATRIX.exists():
        return []
    _, head, *lines = MATRIX.read_text().splitlines()
    names = head.split()
    found = []
    for _, shown, *answers in (line.split() for line in lines if line.startswith("GET")):
        route = shown[1:] if shown.startswith("~") else f"/harbor-view{shown}"
        welcome = [name for name, code in zip(names, answers, strict=True) if code == "200"]
        home = [name for name in welcome if name in HOME]
        staff = [name for name in welcome if name not in HOME]
        found += [(route, name) for name in (*home[:1], *staff[:1])]
    return found


def full_name(cast, short: str) -> str | None:
    """Turn a column's head (the first three letters) into a name of the cast."""
    return next((name for name in vars(cast) if short != "---" and name.startswith(short)), None)


@pytest.mark.parametrize(("route", "viewer"), pages())
def test_page(route, viewer, cast, desk, sign_in):
    name = full_name(cast, viewer)
    path = Subjects(cast).fill(route)
    if not is_html(path, cast.user(name) if name else None):
        return
    if name:
        sign_in(desk, cast.user(name))

    desk.goto(path)

    assert violations(desk, "light") == []
    assert violations(desk, "dark") == []
    for width, height in WIDTHS.items():
        assert (width, overflow(desk, width, height)) == (width, [])


def is_html(path: str, user) -> bool:
    """A calendar, a spreadsheet or JSON is no page. Asked of the test client, not the browser."""
    client = Client()
    if user:
        client.force_login(user, backend="kindling.accounts.backends.Backend")
    answer = client.get(path)
    return answer.status_code == 200 and "text/html" in answer["Content-Type"]


def violations(page, scheme: str) -> list[str]:
    """Return what axe minds, as rule, reason and the first places."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(PAINTED)  # or axe sees the text of one scheme on the ground of the other
    found = axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [
        f"{scheme}: {rule['id']}: {rule['help']}: {[n['html'][:160] for n in rule['nodes'][:3]]}"
        for rule in found
    ]


def overflow(page, width: int, height: int) -> list[str]:
    """Return what sticks out sideways at this width."""
    page.set_viewport_size({"width": width, "height": height})
    return page.evaluate(WIDER)
