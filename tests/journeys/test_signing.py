"""An agreement from the board to the PDF: asked for, read and signed on phones, by four people."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kindling.agreements.models import Agreement, Signature
from kindling.agreements.tests.signing import make_template
from tests.conftest import PHONE
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_four_people_sign_and_the_pdf_is_known(
    cast, open_page, desk, sign_in, mail_server, live_server
):
    start_internship(cast, cast.luis, cast.clinic)
    make_template(cast.as_("chen"))
    sign_in(desk, cast.chen).goto("/harbor-view/agreements/")

    desk.get_by_role("link", name="Make it for Luis").click()
    desk.get_by_role("button", name="Make it and ask everybody to sign").click()
    expect(desk.get_by_text("Everybody who signs was asked.")).to_be_visible()

    rosa = open_page(**PHONE)  # reads Spanish, types her name
    rosa.goto(mail_server.link(cast.rosa.email))
    expect(rosa.get_by_role("heading", name="Acuerdo de pasantía")).to_be_visible()
    give_name(rosa)

    sam = open_page(**PHONE)  # draws his name
    sam.goto(mail_server.link(cast.sam.email))
    draw(sam)
    give_name(sam)

    luis = open_page(**PHONE, java_script_enabled=False)
    sign_in(luis, cast.luis).goto("/harbor-view/agreements/mine/")
    luis.get_by_role("link", name="Internship agreement").click()
    give_name(luis)

    desk.reload()
    desk.get_by_role("link", name="Read and sign").click()
    give_name(desk)
    agreement = Agreement.objects.get()
    assert agreement.state == Agreement.State.COMPLETE
    assert sorted(Signature.objects.values_list("way", flat=True)) == [
        "drawn", "typed", "typed", "typed",
    ]  # fmt: skip

    desk.goto(f"/harbor-view/agreements/{agreement.public_id}/")
    with desk.expect_download() as got:
        desk.get_by_role("link", name="Get the signed PDF").click()
    data = Path(got.value.path()).read_bytes()
    assert hashlib.sha256(data).hexdigest() == agreement.paper.sha256
    desk.goto("/verify/")
    desk.get_by_label("The PDF").set_input_files(
        {"name": "a.pdf", "mimeType": "application/pdf", "buffer": data}
    )
    desk.get_by_role("button", name="Check it").click()
    expect(desk.get_by_text("Unchanged: it was signed at Harbor View")).to_be_visible()


def give_name(page) -> None:
    page.locator("#id_agrees").check()
    page.locator("#sign button[type=submit]").click()
    expect(page.locator("#sign")).to_have_count(0)


def draw(page) -> None:
    field = page.locator("signature-pad canvas")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 40)
    page.mouse.down()
    for step in range(1, 15):
        page.mouse.move(box["x"] + 20 + step * 12, box["y"] + 40 + (step % 3) * 20)
    page.mouse.up()
