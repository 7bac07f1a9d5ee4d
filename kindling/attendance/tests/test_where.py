"""What is kept about where a student is: the page for families, and the phone's part of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from kindling.attendance.models import Day, Entry
from kindling.attendance.tests.placed import make_placement

WHERE = "/where-your-child-is/"
TOLD = Path(__file__).parents[3] / "docs" / "where-your-child-is.md"


def test_everybody_can_read_it_without_signing_in(client, db):
    page = client.get(WHERE)

    assert page.status_code == 200
    assert "Only the answer, yes or no, leaves the phone." in page.content.decode()


def test_the_page_and_the_document_say_the_same(client, db):
    page = re.findall(r"<h2>(.*?)</h2>", client.get(WHERE).content.decode())
    written = re.findall(r"^## (.*)$", TOLD.read_text(), re.MULTILINE)

    assert [*page, "For those who read code"] == written


def test_no_row_about_a_day_could_hold_a_position():
    fields = {f.name for model in (Day, Entry) for f in model._meta.get_fields()}

    assert {name for name in fields if re.search("lat|lon|coord|position|accuracy", name)} == set()


@pytest.mark.parametrize(
    ("name", "status"), [("jordan", 200), ("maya", 404), ("ana", 403), ("chen", 403), ("otto", 404)]
)
def test_the_place_is_given_to_its_own_student_only(cast, client_of, name, status):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)

    answer = client_of(name).get(f"/harbor-view/days/near/{placement.public_id}/")

    assert answer.status_code == status
    if name == "jordan":
        assert answer.json() == {"latitude": 41.83, "longitude": -71.4, "metres": 150}


def test_it_is_read_in_the_language_that_the_letter_asks_for(db):
    client = Client()

    assert '<html lang="ar" dir="rtl"' in client.get(f"{WHERE}?in=ar").text
    assert '<html lang="en"' in client.get(f"{WHERE}?in=xx").text
