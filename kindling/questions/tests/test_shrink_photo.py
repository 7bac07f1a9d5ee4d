"""What is kept of a photo: small, upright, and nothing but the picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kindling.kit.photos import shrunk
from kindling.questions.models import Attachment
from kindling.questions.tests.asking import here, picture, sent
from kindling.questions.tests.recordings import webm


@pytest.fixture
def day(cast, placement):
    return here(cast, placement)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_photo_is_small_upright_and_knows_nothing():
    exif = Image.Exif()
    exif[0x0112] = 6  # on its side
    exif[0x010F] = "SecretCamera"
    kept = opened(shrunk(picture((2400, 1200), exif=exif)))

    assert (kept.format, kept.size) == ("JPEG", (800, 1600))
    assert (dict(kept.getexif()), sorted(kept.info)) == (
        {}, ["jfif", "jfif_density", "jfif_unit", "jfif_version"],
    )  # fmt: skip


def test_no_byte_of_place_or_camera_is_left():
    data = picture()
    assert b"SecretCamera" in data

    assert b"SecretCamera" not in shrunk(data)
    assert b"Exif" not in shrunk(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_bytes_say_what_it_is(kind):
    assert opened(shrunk(picture((300, 200), kind))).size == (300, 200)


def test_what_is_clear_becomes_white():
    clear = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(clear, "PNG")

    assert opened(shrunk(clear.getvalue())).getpixel((5, 5)) == (255, 255, 255)


def test_words_inside_a_png_do_not_come_along():
    told, kept = PngInfo(), BytesIO()
    told.add_text("Comment", "Jordan lives at 4 Elm Street")
    Image.new("RGB", (20, 20)).save(kept, "PNG", pnginfo=told)

    assert b"Elm" in kept.getvalue()
    assert b"Elm" not in shrunk(kept.getvalue())


def bomb() -> bytes:
    """A picture of 30,000 by 30,000 pixels in a few bytes: its head says so, nothing follows."""
    data = bytearray(picture((64, 64), "PNG"))
    data[16:24] = (30_000).to_bytes(4) * 2
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"not a photo", b"GIF89a" + bytes(40), b"<svg onload='alert(1)'/>", b"%PDF-1.7", webm(),
        picture()[:300], bomb(),
    ],
)  # fmt: skip
def test_what_is_no_photo_is_said_in_a_sentence(data, cast, day, client_of):
    answer = client_of("jordan").post(
        f"/harbor-view/days/{day.public_id}/check-out/",
        {"line": "Fed the dogs.", "photo": sent(data)}, follow=True,
    )  # fmt: skip

    day.refresh_from_db()
    assert (day.state, day.line) == ("checked_out", "Fed the dogs.")
    assert "This is no photo we can read. Send a JPEG, PNG or WebP picture." in (
        answer.content.decode()
    )
    assert Attachment.objects.count() == 0
