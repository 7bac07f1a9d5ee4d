"""Ana takes the roll: without JavaScript on a phone, and with the keyboard alone at a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.roll.models import Correction, Mark
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def marks():
    return dict(Mark.objects.values_list("student__person__given_name", "code"))


def test_on_a_phone_without_javascript_and_corrected_with_a_reason(cast, open_page, sign_in):
    plain = sign_in(open_page(**PHONE, java_script_enabled=False), cast.ana)
    plain.goto("/harbor-view/roll/")

    plain.get_by_role("group", name="Maya Santos").get_by_label("Late").check()
    plain.get_by_label("Minutes Maya Santos missed").fill("12")
    plain.get_by_role("button", name="Save the roll").click()
    expect(plain.get_by_text("3 marks saved.")).to_be_visible()
    assert marks() == {"Maya": "L", "Jordan": "P", "Luis": "P"}

    plain.get_by_role("group", name="Maya Santos").get_by_label("Excused").check()
    plain.get_by_label("Why does it change?").fill("The bus broke down.")
    plain.get_by_role("button", name="Save the changes").click()

    expect(plain.get_by_text("Maya Santos: Late, now Excused")).to_be_visible()
    assert Correction.objects.get().why == "The bus broke down."


def test_with_the_keyboard_alone(cast, desk, sign_in):
    sign_in(desk, cast.ana).goto("/harbor-view/roll/")

    desk.get_by_role("group", name="Jordan Blake").get_by_label("Present").focus()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowRight")
    desk.get_by_role("button", name="Save the roll").focus()
    desk.keyboard.press("Enter")

    expect(desk.get_by_text("3 marks saved.")).to_be_visible()
    assert marks() == {"Maya": "P", "Jordan": "A", "Luis": "P"}
