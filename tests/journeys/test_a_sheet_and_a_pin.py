"""Somebody without e-mail: a printed code, and a PIN that only they know."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_maya_signs_in_with_a_sheet_and_a_new_one_ends_the_old(cast, desk, open_page, sign_in):
    old = print_sheet(sign_in(desk, cast.priya))
    first, later = open_page(**PHONE), open_page(**PHONE)
    first.goto(old)
    first.get_by_label("PIN", exact=False).first.fill("481516")
    first.get_by_label(re.compile("again", re.IGNORECASE)).fill("481516")
    first.get_by_role("button", name="Sign in").click()
    first.wait_for_url(re.compile("/harbor-view/$"))

    later.goto(old)
    later.get_by_label("PIN", exact=False).first.fill("111111")
    later.get_by_role("button", name="Sign in").click()
    expect(later.get_by_role("alert").first).to_be_visible()
    later.get_by_label("PIN", exact=False).first.fill("481516")
    later.get_by_role("button", name="Sign in").click()
    later.wait_for_url(re.compile("/harbor-view/$"))

    print_sheet(desk)
    stale = open_page(**PHONE)
    stale.context.set_extra_http_headers({})
    stale.goto(old)
    expect(stale.get_by_role("heading", name="This sheet no longer works")).to_be_visible()


def print_sheet(desk):
    """Return the path of the code on the sheet."""
    desk.goto("/harbor-view/sheets/?q=maya")
    desk.get_by_role("link", name="Maya Santos").click()
    desk.get_by_role("button", name="Make the sheet").click()
    address = desk.get_by_text("/sheet/", exact=False).last.text_content()
    return re.sub(r"^.*?(/sheet/)", r"\1", address.strip())
