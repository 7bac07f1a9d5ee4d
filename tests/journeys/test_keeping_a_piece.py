"""Luis keeps pieces of work from the phone: with a network, without one, and with one that breaks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kindling.evidence.models import Evidence
from kindling.uploads.actions import set_limit
from kindling.uploads.models import Upload
from kindling.uploads.tests.sending import picture
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "/harbor-view/evidence/new/"
KEPT = """async () => {
  const kept = async () => (await (await caches.open("pages-v1")).keys()).length;
  while (!navigator.serviceWorker.controller || !(await kept())) {
    await new Promise((done) => setTimeout(done, 50));
  }
}"""


def test_a_photo_words_without_a_network_and_a_film_that_breaks_off(
    cast, open_page, sign_in, guard
):
    guard.allow(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|status of (401|50\d)")
    set_limit(5, by=cast.as_("dana"))
    phone = sign_in(open_page(**PHONE), cast.luis)
    phone.goto(NEW)
    phone.evaluate(KEPT)

    # A photo, made smaller on the phone.
    choose(phone, "IMG.jpg", "image/jpeg", picture((3600, 2400)))
    phone.get_by_label("What is it?").fill("The new kennel")
    keep(phone)
    expect(phone.get_by_role("heading", name="The new kennel")).to_be_visible()
    assert Upload.objects.get().size < 700_000

    # Too large: said before a byte travels.
    phone.goto(NEW)
    choose(phone, "film.mp4", "video/mp4", b"\0" * (6 * 1024 * 1024))
    expect(phone.get_by_text("This file has 6 MB. Your school takes up to 5 MB.")).to_be_visible()

    # Words and a sound, without a network.
    phone.context.set_offline(True)
    phone.goto(NEW)
    choose(phone, "dogs.mp3", "audio/mpeg", b"ID3" + b"\x11" * 3_000_000)
    phone.get_by_label("What is it?").fill("What the dogs say")
    keep(phone)
    expect(phone.get_by_text("Kept on this phone.")).to_be_visible()
    phone.goto(NEW)
    expect(phone.get_by_text("Not sent yet")).to_be_visible()
    assert Evidence.objects.count() == 1

    # A network that breaks after the first part, once.
    broken = []

    def break_once(route):
        if "at=2097152" in route.request.url and not broken:
            broken.append(route.request.url)
            return route.abort()
        return route.continue_()

    phone.route(re.compile(r"/uploads/.*at="), break_once)
    phone.context.set_offline(False)

    expect(phone.get_by_text("Not sent yet")).to_be_hidden()
    sound = Evidence.objects.latest("pk")
    assert (sound.kind, sound.title, sound.upload.kept_size) == (
        "audio", "What the dogs say", 3_000_003,
    )  # fmt: skip
    assert Evidence.objects.count() == 2


def choose(phone, name, kind, data):
    phone.get_by_label("Photo, video, sound or file").set_input_files(
        {"name": name, "mimeType": kind, "buffer": data}
    )


def keep(phone):
    phone.get_by_role("button", name="Keep it").click()
