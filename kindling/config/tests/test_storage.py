"""Uploaded files go to a folder, or to any service that speaks S3."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.utils.module_loading import import_string

from kindling.config.environment import storage

KEPT: dict[str, bytes] = {}


class Bucket(BaseHTTPRequestHandler):
    """The four requests a file storage makes, answered as S3 does, over real HTTP."""

    def do_PUT(self) -> None:
        KEPT[urlsplit(self.path).path] = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(200)

    def do_HEAD(self) -> None:
        self.answer(200 if urlsplit(self.path).path in KEPT else 404)

    def do_GET(self) -> None:
        self.answer(200, KEPT.get(urlsplit(self.path).path, b""))

    def do_DELETE(self) -> None:
        KEPT.pop(urlsplit(self.path).path, None)
        self.answer(204)

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("ETag", '"x"')
        self.send_header("Last-Modified", "Tue, 13 Oct 2026 13:00:00 GMT")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def bucket() -> Iterator[str]:
    KEPT.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_without_a_setting_files_stay_in_the_data_folder(tmp_path):
    assert storage("", tmp_path)["OPTIONS"] == {"location": str(tmp_path / "files")}


def test_a_file_goes_into_the_bucket_and_comes_back(bucket, tmp_path):
    asked = storage(f"s3://key:se%2Fcret@{bucket}/school?tls=0", tmp_path)
    files = import_string(asked["BACKEND"])(**asked["OPTIONS"])

    name = files.save("imports/roster.csv", ContentFile(b"Name\nKim\n"))

    assert KEPT == {"/school/imports/roster.csv": b"Name\nKim\n"}
    with files.open(name) as file:
        assert file.read() == b"Name\nKim\n"
    assert "X-Amz-Signature" in files.url(name)  # nobody opens it without a signed link


@pytest.mark.parametrize("url", ["ftp://host/folder", "s3://host", "s3://"])
def test_an_address_that_names_no_place_is_refused_with_a_sentence(url, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL takes a folder"):
        storage(url, tmp_path)
