"""Luis leaves with a photo and his voice; Chromium's own recorder and canvas make both."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from kindling.attendance.models import Day
from kindling.questions.models import Attachment
from kindling.questions.tests.asking import a_pack, picture
from tests.journeys.conftest import start_internship

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# No machine that runs this has a microphone: a tone takes its place, the recorder is the real one.
TONE = """navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext(), tone = sound.createOscillator();
  const out = sound.createMediaStreamDestination();
  tone.connect(out); tone.start(); await sound.resume();
  return out.stream;
};"""


def test_a_photo_a_voice_and_an_answer_go_along(cast, phone, sign_in):
    start_internship(cast, cast.luis, cast.shelter, starts_on=date(2026, 10, 13))
    a_pack(cast, {"kind": "scale", "for_student": "Did you learn?"})
    phone.add_init_script(TONE)
    sign_in(phone, cast.luis).goto("/harbor-view/")
    phone.get_by_role("button", name="I’m here").click()
    phone.get_by_role("radio", name="3 quite").check()
    phone.get_by_text("Add a photo or your voice").click()
    phone.get_by_label("Photo", exact=True).set_input_files(
        {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": picture((3200, 2400))}
    )
    expect(phone.get_by_alt_text("Your photo")).to_be_visible()
    shrunk = phone.evaluate("document.querySelector('#photo').files[0].size")

    phone.get_by_role("button", name="Record your voice").click()
    phone.wait_for_timeout(2_500)
    phone.get_by_role("button", name="Stop recording").click()
    expect(phone.get_by_text("Recorded. It goes with your check-out.")).to_be_visible()
    phone.get_by_role("button", name="I’m leaving").click()

    expect(phone.get_by_text("Well done today")).to_be_visible()
    photo, voice = Attachment.objects.order_by("kind")
    phone.goto(f"/harbor-view/days/{Day.objects.get().public_id}/")
    image = phone.get_by_alt_text("Photo by Luis")
    expect(image).to_be_visible()
    assert Image.open(BytesIO(photo.file.read())).size == (1600, 1200)
    assert shrunk < len(picture((3200, 2400)))
    assert (voice.type, voice.seconds in (2, 3)) == ("audio/webm", True)
    assert image.evaluate("one => one.naturalWidth") == 1600
    # A player that can read what we kept knows how far it goes.
    audio = phone.locator("audio")
    plays = "one => new Promise(done => { one.onloadeddata = () => done(true); one.onerror = () => done(false); one.load(); one.preload = 'auto'; })"
    assert audio.evaluate(plays) is True
    expect(phone.get_by_text("3 quite")).to_be_visible()
