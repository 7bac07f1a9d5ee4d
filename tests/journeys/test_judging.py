"""A student says how far they have come; an adult judges beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.evidence.actions import keep_evidence
from kindling.judgements.actions import set_sample
from kindling.judgements.models import Judgement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_luis_proposes_ana_judges_and_they_agree(cast, phone, desk, sign_in):
    set_sample(0, by=cast.as_("dana"))
    keep_evidence(cast.luis, words="I asked why bees leave.", by=cast.as_("luis"))

    sign_in(phone, cast.luis).goto("/harbor-view/judgements/")
    phone.get_by_role("link", name="Propose a goal").first.click()
    phone.get_by_role("link", name="Ask a question that can be investigated").click()
    phone.get_by_role("radio", name="2 Growing").check()
    phone.get_by_role("checkbox", name="I asked why bees leave.").check()
    phone.get_by_label("What shows it?").fill("Nobody had asked before.")
    phone.get_by_role("button", name="Hand it in").click()
    expect(phone.get_by_text("Waits for an adult")).to_be_visible()

    sign_in(desk, cast.ana).goto("/harbor-view/judgements/")
    desk.get_by_role("link", name="Luis Diaz").click()
    expect(desk.get_by_text("Nobody had asked before.")).to_be_visible()
    desk.get_by_role("radio", name="3 Capable").first.check()
    desk.get_by_role("button", name="Judge it").click()
    desk.get_by_role("button", name="Agree on it").click()
    desk.get_by_role("button", name="Award it").click()

    expect(desk.get_by_text("Awarded").first).to_be_visible()
    phone.reload()
    expect(phone.get_by_text("Ana Reyes").first).to_be_visible()
    assert Judgement.objects.get().level.label == "Capable"
