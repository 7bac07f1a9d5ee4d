"""A photo and a voice note with a check-out: small, nameless, for few, and taken back."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kindling.attendance.tests.placed import at
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.questions.actions import attach_file, withdraw_attachment
from kindling.questions.models import Attachment
from kindling.questions.photos import shrunk
from kindling.questions.tests.asking import gone, here, picture, sent
from kindling.questions.tests.recordings import ogg, webm
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person


@pytest.fixture
def day(cast, placement):
    return here(cast, placement)


@pytest.fixture
def photo(cast, day):
    return attach_file(day, "photo", sent(picture()), by=cast.as_("jordan"))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


# ── what is kept of a photo ──


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


# ── with the check-out ──


def test_a_check_out_brings_photo_and_voice(cast, day, client_of):
    files = {"photo": sent(picture()), "voice": sent(webm(), "voice.exe", "application/x-msdos")}
    client_of("jordan").post(f"/harbor-view/days/{day.public_id}/check-out/", {"line": "", **files})

    kept = Attachment.objects.order_by("kind")
    assert [(a.kind, a.type, a.seconds, a.is_shared) for a in kept] == [
        ("photo", "image/jpeg", None, False),
        ("voice", "audio/webm", 12, False),
    ]
    assert [a.file.name.endswith((".jpg", ".webm")) for a in kept] == [True, True]
    assert "home" not in kept[0].file.name


def test_one_wrong_file_does_not_lose_the_other(cast, day, client_of):
    files = {"photo": sent(b"nothing"), "voice": sent(ogg())}
    client_of("jordan").post(f"/harbor-view/days/{day.public_id}/check-out/", files)

    assert [a.kind for a in Attachment.objects.all()] == ["voice"]


def test_the_form_takes_files_without_a_script(day, client_of):
    page = client_of("jordan").get("/harbor-view/").content.decode()

    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" id="photo" name="photo"' in page
    assert 'type="file" id="voice" name="voice"' in page


def test_one_of_a_kind_a_day(cast, day, photo):
    with pytest.raises(Refused):
        attach_file(day, "photo", sent(picture((800, 600))), by=cast.as_("jordan"))

    assert Attachment.objects.count() == 1


def test_the_same_one_sent_twice_counts_once_also_when_it_was_taken_back(cast, day, photo):
    assert attach_file(day, "photo", sent(picture()), by=cast.as_("jordan")) == photo
    withdraw_attachment(photo, by=cast.as_("jordan"))
    attach_file(day, "photo", sent(picture()), by=cast.as_("jordan"))

    assert [a.withdrawn_at is None for a in Attachment.objects.all()] == [False]


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "chen", "otto"])
def test_nobody_else_adds_one(cast, day, name):
    with pytest.raises(PermissionDenied):
        attach_file(day, "photo", sent(picture()), by=cast.as_(name))


# ── who sees it ──


def code_for(client_of, name, attachment):
    return client_of(name).get(f"/harbor-view/attachments/{attachment.public_id}/").status_code


def test_the_student_and_their_staff_and_nobody_else(cast, photo, client_of):
    connect(
        cast.jordan, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY
    )
    make_person(cast.school, "Tim Cole", Role.ADVISOR)
    names = ["jordan", "ana", "chen", "dana", "maya", "rosa", "liam", "tasha", "otto"]

    codes = {name: code_for(client_of, name, photo) for name in names}

    assert [name for name in names if codes[name] == 200] == ["jordan", "ana", "chen", "dana"]
    assert {codes[name] for name in names[4:]} == {404}


def test_another_advisor_does_not_see_it(cast, photo, client, db):
    other = make_person(cast.school, "Tim Cole", Role.ADVISOR)
    client.force_login(other.user, backend="kindling.accounts.backends.Backend")

    assert client.get(f"/harbor-view/attachments/{photo.public_id}/").status_code == 404


def test_nobody_without_signing_in(photo):
    answer = Client().get(f"/harbor-view/attachments/{photo.public_id}/")

    assert (answer.status_code, answer["Location"].startswith("/sign-in/")) == (302, True)


def test_there_is_no_address_of_the_file_itself(photo, client_of):
    for path in (f"/media/{photo.file.name}", f"/static/{photo.file.name}", f"/{photo.file.name}"):
        assert client_of("jordan").get(path).status_code == 404


@pytest.mark.parametrize(("shared", "code"), [(True, 200), (False, 404)])
def test_the_mentor_sees_what_is_shared(cast, placement, day, shared, code):
    kept = attach_file(day, "photo", sent(picture()), is_shared=shared, by=cast.as_("jordan"))
    gone(cast, day)
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    client, door = Client(), f"/p/{token_of(held)}/"

    page = client.get(door).content.decode()

    assert (f"?file={kept.public_id}" in page) == shared
    assert client.get(f"{door}?file={kept.public_id}").status_code == code


def test_a_link_to_another_internship_opens_nothing(cast, day):
    kept = attach_file(day, "photo", sent(picture()), is_shared=True, by=cast.as_("jordan"))
    held = make_pass(cast.sam, "confirm_days", [], by=cast.as_("chen"))

    assert Client().get(f"/p/{token_of(held)}/?file={kept.public_id}").status_code == 404


# ── how it is given back ──


def test_opened_by_itself_it_can_do_nothing(photo, client_of):
    answer = client_of("ana").get(f"/harbor-view/attachments/{photo.public_id}/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'inline; filename="photo.jpg"'
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("bytes=0-3", 206, "bytes 0-3/{size}"),
        ("bytes=10-", 206, "bytes 10-{last}/{size}"),
        ("bytes=0-99999999", 206, "bytes 0-{last}/{size}"),
        ("bytes=99999999-", 416, "bytes */{size}"),
    ],
)
def test_a_player_may_ask_for_a_part(cast, day, client_of, asked, code, told):
    kept = attach_file(day, "voice", sent(webm()), by=cast.as_("jordan"))
    answer = client_of("ana").get(
        f"/harbor-view/attachments/{kept.public_id}/", headers={"Range": asked}
    )

    facts = {"size": kept.size, "last": kept.size - 1}
    assert (answer.status_code, answer["Content-Range"]) == (code, told.format(**facts))


# ── taken back ──


def test_taken_back_the_file_is_gone_and_the_trace_stays(
    cast, day, photo, client_of, django_capture_on_commit_callbacks
):
    name = photo.file.name
    with django_capture_on_commit_callbacks(execute=True):
        client_of("jordan").post(f"/harbor-view/attachments/{photo.public_id}/withdraw/")

    page = client_of("ana").get(f"/harbor-view/days/{day.public_id}/").content.decode()
    assert default_storage.exists(name) is False
    assert code_for(client_of, "ana", photo) == 404
    assert "Photo taken back at" in page


def test_after_the_day_the_school_decides(cast, photo):
    with time_machine.travel(at("2026-10-14 09:00"), tick=False):
        with pytest.raises(PermissionDenied):
            withdraw_attachment(photo, by=cast.as_("jordan"))
        withdraw_attachment(photo, by=cast.as_("chen"))

    assert Attachment.objects.get().withdrawn_at == at("2026-10-14 09:00")


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "priya", "otto"])
def test_nobody_else_takes_it_back(cast, photo, name):
    with pytest.raises(PermissionDenied):
        withdraw_attachment(photo, by=cast.as_(name))


def test_another_may_follow(cast, day, photo):
    withdraw_attachment(photo, by=cast.as_("jordan"))
    attach_file(day, "photo", sent(picture((800, 600))), by=cast.as_("jordan"))

    assert Attachment.objects.filter(withdrawn_at__isnull=True).count() == 1


def test_taking_back_twice_keeps_the_first_moment(cast, photo):
    stale = Attachment.objects.get()
    withdraw_attachment(photo, by=cast.as_("jordan"))
    first = Attachment.objects.get().withdrawn_at
    with time_machine.travel(first + timedelta(hours=1), tick=False):
        withdraw_attachment(stale, by=cast.as_("jordan"))

    assert Attachment.objects.get().withdrawn_at == first
