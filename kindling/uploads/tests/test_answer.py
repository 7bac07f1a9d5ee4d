"""A kept file goes out in parts, sandboxed, and as what it is."""

import pytest
from django.test import RequestFactory

from kindling.uploads.actions import write_captions
from kindling.uploads.answering import captions_answer, upload_answer
from kindling.uploads.tests.sending import PDF, send

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


def test_where_a_film_was_made_is_taken_out(cast):
    def box(name, payload):
        return (8 + len(payload)).to_bytes(4) + name + payload

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
