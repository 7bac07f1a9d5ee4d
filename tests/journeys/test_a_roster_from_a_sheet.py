"""A spreadsheet with a mistake: found, mended, applied, undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.people.models import Student

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEAD = "First name,Last name,E-mail,Date of birth,Advisory\n"
WRONG = HEAD + "Kim,Lee,kim@,2011-02-30,Tide\nBo,,bo@example.org,2011-04-05,Tide\n"
RIGHT = HEAD + "Kim,Lee,kim@example.org,2011-02-28,Tide\nBo,,bo@example.org,2011-04-05,Tide\n"


def test_priya_brings_in_a_spreadsheet_mends_it_and_takes_it_back(cast, screen, sign_in, worker):
    before = Student.objects.count()
    hand_in(sign_in(screen, cast.priya), WRONG)
    expect(screen.get_by_role("cell", name="2011-02-30")).to_be_visible()
    expect(screen.get_by_text("students.csv, row 2").first).to_be_visible()
    assert Student.objects.count() == before

    hand_in(screen, RIGHT)
    screen.get_by_role("button", name="Apply the changes").click()
    worker.drain()
    screen.goto("/harbor-view/imports/")
    screen.get_by_role("link", name="students.csv").first.click()
    expect(screen.get_by_text("Applied on", exact=False)).to_be_visible()
    assert sorted(s.name for s in Student.objects.order_by("-pk")[:2]) == ["Bo", "Kim Lee"]

    screen.get_by_text("Undo this import", exact=True).click()
    with screen.expect_navigation():  # the worker takes what was asked, not what is being asked
        screen.get_by_role("button", name="Undo the import").click()
    worker.drain()
    screen.reload()
    expect(screen.get_by_text("Undone.", exact=False).first).to_be_visible()
    assert Student.objects.count() == before


def hand_in(screen, sheet):
    screen.goto("/harbor-view/imports/new/")
    screen.get_by_label("Students", exact=False).first.check()
    screen.get_by_label("File", exact=True).set_input_files(
        {"name": "students.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
    )
    screen.get_by_role("button", name="Look at the file").click()
    screen.get_by_role("button", name="Show what would change").click()
    screen.wait_for_load_state()
