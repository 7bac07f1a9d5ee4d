"""What README and tour name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`((?:kindling|tests|docs)/[\w/.-]+)`|\]\((?!http)([^)#]+)\)")


@pytest.mark.parametrize("page", ["README.md", "docs/tour.md", "CONTRIBUTING.md"])
def test_every_file_a_page_names_is_there(page):
    text = (ROOT / page).read_text()
    named = {path or link for path, link in NAMED.findall(text)}

    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_the_tour_shows_the_view_as_it_is():
    code = re.findall(
        r"```python\n(@require_POST.*?)```", (ROOT / "docs/tour.md").read_text(), re.DOTALL
    )
    view = (ROOT / "kindling/attendance/views/going.py").read_text()

    assert [part in view for part in code] == [True]


def test_a_picture_weighs_at_most_150_kilobytes():
    pictures = (ROOT / "docs/pictures").glob("*.png")

    assert [p.name for p in pictures if p.stat().st_size > 150_000] == []


def test_every_row_of_the_features_names_a_test_that_is_there():
    rows = re.findall(
        r"^\| ([A-Z]\d+|–) .*`([\w/.]+)::(\w+)` \|$",
        (ROOT / "docs/features.md").read_text(),
        re.MULTILINE,
    )

    missing = [row for row, path, name in rows if f"def {name}(" not in (ROOT / path).read_text()]

    told = (ROOT / "docs/features.md").read_text().count("\n| ") - 1  # the head
    assert (len(rows), missing) == (told, [])


ADDRESS = re.compile(r"`(?!docs/)([\w/.…-]*/)(?:[?#][\w-]+)?`")


def test_every_address_the_features_name_is_there():
    text = (ROOT / "docs/features.md").read_text()
    named = set(ADDRESS.findall(text)) - {"/"}
    matrix = (ROOT / "tests/permission_matrix.txt").read_text()
    paths = re.findall(r"^GET +(\S+)", matrix, re.MULTILINE)
    routes = {re.sub(r"<[^>]*>", "…", path) for path in paths}

    gone = [one for one in named if not any(route_of(one).fullmatch(path) for path in routes)]

    assert len(named) > 100
    assert sorted(gone) == []


def route_of(address: str) -> re.Pattern[str]:
    """`places/…/` is a school's, `/p/…/` is of no school; … is one part of a path."""
    path = f"~{address}" if address.startswith("/") else f"/{address}"
    return re.compile(re.escape(path).replace("…", "[^/]+"))
