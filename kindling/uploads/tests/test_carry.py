"""A file comes in parts, whatever breaks on the way."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone

from kindling.kit.http import Refused
from kindling.uploads.actions import add_part, open_upload, set_limit, use_upload
from kindling.uploads.actions.sweeping import sweep_uploads
from kindling.uploads.models import Upload
from kindling.uploads.tests.sending import PDF, picture, send


def read(name):
    with default_storage.open(name, "rb") as file:
        return file.read()


def test_parts_become_the_file(cast):
    upload = send(PDF, by=cast.as_("maya"))

    assert (upload.state, upload.type, read(upload.file)) == ("done", "application/pdf", PDF)
    assert default_storage.listdir(f"uploads/parts/{upload.public_id}")[1] == []


def test_a_connection_that_breaks_at_ninety_percent_goes_on_there(cast):
    by, most = cast.as_("maya"), len(PDF) * 9 // 10
    add_part(open_upload(key="k", name="a.pdf", size=len(PDF), by=by), 0, PDF[:most], by=by)

    again = open_upload(key="k", name="a.pdf", size=len(PDF), by=by)
    assert again.received == most
    done = add_part(again, most, PDF[most:], by=by)

    assert read(done.file) == PDF


def test_two_taps_send_one_file(cast):
    by = cast.as_("maya")
    one = open_upload(key="k", name="a", size=9, by=by)

    assert open_upload(key="k", name="a", size=9, by=by).pk == one.pk


def test_the_same_part_twice_counts_once(cast):
    by = cast.as_("maya")
    one = open_upload(key="k", name="a.pdf", size=len(PDF), by=by)
    other = Upload.objects.get(pk=one.pk)
    add_part(one, 0, PDF[:500], by=by)

    with pytest.raises(Refused):
        add_part(other, 0, PDF[:500], by=by)

    folder = f"uploads/parts/{one.public_id}"
    assert (Upload.objects.get(pk=one.pk).received, len(default_storage.listdir(folder)[1])) == (
        500,
        1,
    )


def test_a_server_that_died_before_it_finished_does_so_when_asked_again(cast, monkeypatch):
    by = cast.as_("maya")
    one = open_upload(key="k", name="a.pdf", size=len(PDF), by=by)
    with monkeypatch.context() as broken:
        broken.setattr("kindling.uploads.kept.keep", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add_part(one, 0, PDF, by=by)

    again = add_part(Upload.objects.get(pk=one.pk), len(PDF), b"", by=by)

    assert (again.state, read(again.file)) == ("done", PDF)


def test_two_gigabytes_are_refused_before_a_byte_is_sent(cast):
    with pytest.raises(ValidationError) as wrong:
        open_upload(key="k", name="film.mp4", size=2 * 1024**3, by=cast.as_("maya"))

    assert wrong.value.messages == [
        "This file has 2048 MB. Your school takes up to 200 MB. Make it shorter or smaller."
    ]


def test_a_school_sets_its_own_limit(cast):
    set_limit(5, by=cast.as_("dana"))

    with pytest.raises(ValidationError):
        open_upload(key="k", name="a", size=6 * 1024**2, by=cast.as_("maya"))


def test_a_picture_named_pdf_is_kept_as_the_picture_it_is(cast):
    upload = send(picture(kind="PNG"), by=cast.as_("maya"), name="report.pdf")

    assert (upload.kind, upload.type, upload.ending, bool(upload.thumb)) == (
        "photo", "image/jpeg", "jpg", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "data", [b"<html><script>", b"<svg onload=1>", b"MZ\x90\0\x03", b"\0\0\0\x18ftypheic\0\0\0\0"]
)
def test_what_nobody_may_send_is_refused_with_its_first_bytes(cast, data):
    with pytest.raises(ValidationError):
        send(data * 20, by=cast.as_("maya"), name="photo.jpg")


def packed(members):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        for name in members:
            file.writestr(name, "")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("members", "ending"),
    [
        (["a.txt"], "zip"),
        (["[Content_Types].xml", "word/document.xml"], "docx"),
        # A list so long that it is not read: it stays what its first bytes say.
        (["[Content_Types].xml", "word/document.xml", *map(str, range(21_000))], "zip"),
    ],
)
def test_what_lies_in_a_packed_file_says_what_it_is(cast, members, ending):
    upload = send(packed(members), by=cast.as_("maya"), part=1024 * 1024)

    assert (upload.state, upload.ending) == ("done", ending)


def test_a_damaged_picture_is_refused_in_a_sentence(cast):
    upload = send(picture()[:300], by=cast.as_("maya"))

    assert (upload.state, upload.file, upload.why) == (
        "refused", "",
        "This file is damaged. Open it on your device, save it again and send it once more.",
    )  # fmt: skip


def test_what_was_begun_and_left_is_swept_after_three_days(
    cast, django_capture_on_commit_callbacks
):
    by = cast.as_("maya")
    begun = open_upload(key="k", name="a.pdf", size=len(PDF), by=by)
    add_part(begun, 0, PDF[:500], by=by)
    unused, used = send(PDF, by=by, key="2"), send(PDF, by=by, key="3")
    use_upload(used, by=by)

    with (
        time_machine.travel(timezone.now() + timedelta(days=4)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        sweep_uploads()

    states = list(Upload.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["dropped", "dropped", "done"]
    assert default_storage.listdir(f"uploads/parts/{begun.public_id}")[1] == []
    assert (default_storage.exists(unused.file), default_storage.exists(used.file)) == (False, True)
