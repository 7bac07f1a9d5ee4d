"""What a screen reader finds on the first pages of family, mentor and student, in three languages.

The trees are kept in `spoken/`, so that a change of what is read aloud stands in the diff.
`REWRITE=1` writes them anew, after translations or a changed page.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kindling.kit.signing import token_of_id
from kindling.passes.actions import make_pass
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SPOKEN = Path(__file__).parent / "spoken"
NAMELESS = re.compile(r"- (?:button|link|textbox|combobox|checkbox|radio|img)(?: \[[^]]*\])*:?")


@pytest.fixture(autouse=True)
def _term(cast):
    """Luis works at the shelter with Sam since the first of October."""
    start_internship(cast, cast.luis, cast.shelter)


def family(cast, page, sign_in):
    return held_by(cast.rosa, "family_week", [cast.rosa.public_id], page, cast)


def mentor(cast, page, sign_in):
    placement = cast.luis.placements.get()
    return held_by(cast.sam, "confirm_days", [placement.public_id], page, cast)


def student(cast, page, sign_in):
    sign_in(page, cast.luis.person)
    page.goto("/harbor-view/")


def held_by(person, purpose, subjects, page, cast):
    held = make_pass(person, purpose, subjects, by=cast.as_("chen"))
    page.goto(f"/p/{token_of_id(held.public_id)}/")


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("opens", [family, mentor, student], ids=lambda opens: opens.__name__)
def test_the_first_page_is_read_as_it_is_kept(cast, phone, sign_in, opens, language):
    reader = {family: cast.rosa, mentor: cast.sam, student: cast.luis.person}[opens]
    type(reader).objects.filter(pk=reader.pk).update(language=language)

    opens(cast, phone, sign_in)

    heard = spoken(phone)
    lines = [line.strip() for line in heard.splitlines()]
    assert phone.locator("html").get_attribute("lang") == language
    assert phone.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert [line for line in lines if NAMELESS.fullmatch(line)] == []
    assert sum("[level=1]" in line for line in lines) == 1
    kept = SPOKEN / f"{opens.__name__}-{language}.yml"
    if os.environ.get("REWRITE"):
        kept.write_text(heard)
    assert heard == kept.read_text()


def spoken(page) -> str:
    """Return roles and names in reading order, without the addresses, whose ids are random."""
    tree = page.locator("body").aria_snapshot()
    return "\n".join(line for line in tree.splitlines() if "- /url:" not in line) + "\n"
