"""What no template may hold: code in attributes, foreign hosts, words glued together."""

import re
from pathlib import Path

import pytest
from lucide import IconDoesNotExist
from lucide.jinja import lucide

PACKAGE = Path(__file__).parents[2]
TEMPLATES = sorted(PACKAGE.glob("*/jinja2/**/*.html"))

# A strict Content-Security-Policy blocks these, or htmx needs eval for them.
BANNED = {
    "inline style": re.compile(r"\sstyle\s*="),
    "style element": re.compile(r"<style\b"),
    "script without src": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "event attribute": re.compile(r"\son[a-z]{3,}=[\"'{]"),
    "hx-on": re.compile(r"\bhx-on\b"),
    "code in hx-vals": re.compile(r"hx-(vals|headers|vars)[^=]*=\s*[\"'](js|javascript):"),
    "trigger filter": re.compile(r"hx-trigger\s*=\s*[\"'][^\"']*\w\["),
    "javascript link": re.compile(r"href\s*=\s*[\"']javascript:"),
    "foreign host": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//"),
    "safe filter": re.compile(r"\|\s*safe\b"),
}
ICON = re.compile(r"\b(?:icon|draw)\(\s*\"([a-z0-9-]+)\"|\bicon=\"([a-z0-9-]+)\"")


def named(path):
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("rule", BANNED)
def test_no_template_holds_it(rule):
    found = {
        f"{named(path)}:{text[: match.start()].count(chr(10)) + 1}"
        for path in TEMPLATES
        for text in [path.read_text()]
        for match in BANNED[rule].finditer(text)
    }

    assert found == set()


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("inline style", '<p style="color: red">'),
        ("style element", "<style>p {}</style>"),
        ("script without src", "<script>alert(1)</script>"),
        ("event attribute", '<a onclick="go()">'),
        ("hx-on", '<a hx-on:click="go()">'),
        ("code in hx-vals", "<a hx-vals='js:{a: 1}'>"),
        ("trigger filter", '<a hx-trigger="click[ctrlKey]">'),
        ("javascript link", '<a href="javascript:go()">'),
        ("foreign host", '<img src="https://example.org/a.png">'),
        ("safe filter", "{{ text|safe }}"),
    ],
)
def test_the_lint_sees_it(rule, line):
    assert BANNED[rule].search(line)


def test_every_icon_that_a_template_names_exists():
    names = {
        found[1] or found[2] for path in TEMPLATES for found in ICON.finditer(path.read_text())
    }

    missing = set()
    for name in names:
        try:
            lucide(name)
        except IconDoesNotExist:
            missing.add(name)
    assert missing == set()


def test_styles_use_logical_properties_only():
    """A page that reads from the right mirrors itself: no left, no right, no width of one side."""
    physical = re.compile(
        r"[{;]\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom"
        r"|width|height|(?:min|max)-(?:width|height)|text-align:\s*(?:left|right)|float)\s*:"
    )
    sheets = (PACKAGE.parent / "frontend" / "css").glob("*.css")

    assert [sheet.name for sheet in sheets if physical.search(sheet.read_text())] == []
