"""A scanner looks at each file; until it has, nobody but its sender opens it."""

import socket
import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from kindling.uploads import scanning
from kindling.uploads.looking import look_again, look_into
from kindling.uploads.models import Upload
from kindling.uploads.tests.sending import PDF, send


def answering(line, says):
    """A daemon that reads one file and says this about it."""
    one, _address = line.accept()
    with one, line:
        one.settimeout(5)
        data = b""
        while not data.endswith(b"\0\0\0\0"):
            data += one.recv(65536)
        one.sendall(says)


@pytest.fixture
def line(settings):
    with socket.create_server(("127.0.0.1", 0)) as made:
        settings.CLAMAV = f"127.0.0.1:{made.getsockname()[1]}"
        scanning.scanner.cache_clear()
        yield made
    scanning.scanner.cache_clear()


@pytest.mark.parametrize(
    ("says", "state", "scan"),
    [
        (b"stream: OK\0", "done", "clean"),
        (b"stream: Eicar FOUND\0", "refused", "waiting"),
        (b"ERROR\0", "done", "waiting"),
    ],
)
def test_what_the_scanner_says_counts(cast, line, says, state, scan):
    upload = send(PDF, by=cast.as_("maya"))
    name = upload.file
    daemon = threading.Thread(target=answering, args=(line, says))
    daemon.start()

    look_into.call(upload.pk)
    daemon.join()

    upload = Upload.objects.get()
    assert (upload.state, upload.scan) == (state, scan)
    assert default_storage.exists(name) == (state == "done")


def test_a_scanner_that_did_not_answer_is_asked_again(
    cast, line, django_capture_on_commit_callbacks
):
    upload = send(PDF, by=cast.as_("maya"))
    daemon = threading.Thread(target=answering, args=(line, b"stream: OK\0"))
    daemon.start()

    with (
        time_machine.travel(timezone.now() + timedelta(minutes=20)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        look_again()
    daemon.join()

    assert Upload.objects.get(pk=upload.pk).scan == "clean"
