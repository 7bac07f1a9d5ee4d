"""A kept file goes out in parts, sandboxed, and as what it is."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.test import RequestFactory
from PIL import Image

from kindling.uploads.actions import write_captions
from kindling.uploads.answering import captions_answer, upload_answer
from kindling.uploads.tests.sending import PDF, picture, send

SOUND = b"ID3" + bytes(range(256)) * 20


def asked(upload, span="", **how):
    headers = {"Range": span} if span else {}
    return upload_answer(RequestFactory(headers=headers).get("/"), upload, **how)


def test_a_part_and_what_is_beyond(cast):
    upload = send(SOUND, by=cast.as_("maya"), name="dogs.mp3")

    part, beyond = asked(upload, "bytes=3-6"), asked(upload, "bytes=99999-")

    assert (part.status_code, part.content, part["Content-Range"]) == (
        206, b"\0\1\2\3", f"bytes 3-6/{len(SOUND)}",
    )  # fmt: skip
    assert beyond.status_code == 416


def test_the_whole_streams_and_nothing_in_it_runs(cast):
    upload = send(PDF, by=cast.as_("maya"), name="../my report.pdf")

    answer = asked(upload)

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_captions_begin_with_their_word(cast):
    by = cast.as_("maya")
    upload = send(SOUND, by=by, name="dogs.mp3")
    write_captions(upload, captions="WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nWoof", transcript="",
                   by=by)  # fmt: skip

    assert captions_answer(upload).content.startswith(b"WEBVTT\n\n00:01")


@pytest.mark.parametrize(
    ("data", "kind", "type_"),
    [
        (SOUND, "audio", "audio/mpeg"), (PDF, "file", "application/pdf"),
        (b"Dear diary, \xc3\xa9", "file", "text/plain"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio", "audio/wav"),
        (b"OggS\0\2" + bytes(60), "audio", "audio/ogg"),
        (b"\x1aE\xdf\xa3" + b"webm V_VP8" + bytes(40), "video", "video/webm"),
    ],
)  # fmt: skip
def test_what_it_is_its_bytes_say(cast, data, kind, type_):
    upload = send(data, by=cast.as_("maya"), name="photo.jpg")

    assert (upload.kind, upload.type) == (kind, type_)


def box(name, *payloads):
    payload = b"".join(payloads)
    return (8 + len(payload)).to_bytes(4) + name + payload


def numbers(*values):
    return b"".join(value.to_bytes(4) for value in values)


def test_where_a_film_was_made_is_taken_out(cast):
    handler = box(b"hdlr", bytes(8) + b"vide" + bytes(12))
    place = box(b"udta", box(b"\xa9xyz", b"\0\x15\x15\xc7+41.8200-071.4100/"))
    film = box(b"ftyp", b"isom" + bytes(8)) + box(
        b"moov", box(b"trak", box(b"mdia", handler)) + place
    )

    upload = send(film, by=cast.as_("maya"), name="film.mp4")

    kept = b"".join(asked(upload).streaming_content)
    assert (upload.type, len(kept), b"+41.82" in kept, b"vide" in kept) == (
        "video/mp4", len(film), False, True,
    )  # fmt: skip


def track(handler, offsets, sizes):
    """A track with one sample in each chunk."""
    tables = box(b"stsc", numbers(0, 1, 1, 1, 1))
    tables += box(b"stsz", numbers(0, 0, len(sizes), *sizes))
    tables += box(b"stco", numbers(0, len(offsets), *offsets))
    told = box(b"hdlr", bytes(8) + handler + bytes(12))
    return box(b"trak", box(b"mdia", told, box(b"minf", box(b"stbl", tables))))


def filmed(offset=0, sizes=(9, 9)):
    """Pictures, and between them a camera's way: two samples of nine bytes."""
    head = box(b"ftyp", b"isom" + bytes(8))
    data = b"PICTURE-ONE+41.82-71PICTURE-TWO+41.83-72"
    at = len(head) + 8
    tracks = track(b"vide", [at, at + 20], [11, 11])
    tracks += track(b"meta", [at + 11 + offset, at + 31], list(sizes))
    return head + box(b"mdat", data) + box(b"moov", tracks)


def test_the_way_a_camera_went_is_taken_out_of_a_film(cast):
    film = filmed()

    upload = send(film, by=cast.as_("maya"), name="ride.mp4")

    kept = b"".join(asked(upload).streaming_content)
    assert (upload.type, len(kept)) == ("video/mp4", len(film))
    assert (b"+41." in kept, b"meta" in kept) == (False, False)
    assert (b"PICTURE-ONE" in kept, b"PICTURE-TWO" in kept, b"vide" in kept) == (True, True, True)


@pytest.mark.parametrize("wrong", [{"offset": 10_000}, {"sizes": (4_000_000_000, 9)}])
def test_a_film_whose_tables_lead_out_of_it_is_refused(cast, wrong):
    upload = send(filmed(**wrong), by=cast.as_("maya"), name="ride.mp4")

    assert upload.state == "refused"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_neither_a_photo_nor_its_small_picture_says_where_it_was_taken(cast, kind):
    told = Image.Exif()
    told[0x010F] = "SecretCamera"
    told.get_ifd(0x8825)[2] = (41.0, 49.0, 12.0)  # where it was taken
    data = picture(kind=kind, exif=told)
    assert b"SecretCamera" in data

    upload = send(data, by=cast.as_("maya"), name="home.jpg")

    for name in (upload.file, upload.thumb):
        with default_storage.open(name, "rb") as file:
            kept = file.read()
        with Image.open(BytesIO(kept)) as seen:
            assert (dict(seen.getexif()), "SecretCamera" in str(kept)) == ({}, False)


@pytest.mark.parametrize("data", [b"GIF89a/*<script>alert(1)</script>*/", b"BM<script>alert(1)"])
def test_what_is_a_picture_and_a_page_at_once_is_words_that_are_saved(cast, data):
    answer = asked(send(data, by=cast.as_("maya"), name="cat.html"))

    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("text/plain", "nosniff")
    assert answer["Content-Disposition"] == 'attachment; filename="cat.txt"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0<html><script>alert(1)</script>",
        b"\xef\xbb\xbf  <?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    ],
)
def test_a_page_that_says_it_is_a_picture_is_refused(cast, data):
    try:
        state = send(data, by=cast.as_("maya"), name="cat.jpg").state
    except ValidationError:
        state = "refused"

    assert state == "refused"


def test_a_script_behind_a_picture_is_left_behind(cast):
    data = picture(kind="PNG") + b"<script>alert(1)</script>PK\x05\x06"

    upload = send(data, by=cast.as_("maya"), name="cat.png")

    with default_storage.open(upload.file, "rb") as file:
        assert (upload.type, b"<script>" in file.read()) == ("image/jpeg", False)
