"""Whoever holds a PDF can check it; nobody learns a name."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.agreements.tests.signing import sign_all


@pytest.fixture
def drawn(cast, agreement, django_capture_on_commit_callbacks) -> bytes:
    with django_capture_on_commit_callbacks(execute=True):
        sign_all(cast, agreement)
    return default_storage.open(agreement.paper.file).read()


def test_the_file_as_it_was_signed_is_known_and_names_nobody(client, drawn):
    answer = client.post("/verify/", {"file": SimpleUploadedFile("a.pdf", drawn)})

    assert "Unchanged: it was signed at Harbor View" in answer.text
    assert "4 people signed it." in answer.text
    assert [name in answer.text for name in ("Luis", "Rosa", "Sam", "Bayside")] == [False] * 4


def test_one_changed_byte_is_not_known(client, drawn):
    answer = client.post("/verify/", {"file": SimpleUploadedFile("a.pdf", drawn + b"\n")})

    assert "We do not know this file." in answer.text


def test_its_address_is_enough(client, agreement, drawn):
    answer = client.post("/verify/", {"sha256": agreement.paper.sha256.upper()})

    assert "Unchanged" in answer.text


@pytest.mark.parametrize("sha256", ["", "abc", "z" * 64])
def test_what_is_no_address_gets_a_sentence(client, db, sha256):
    assert client.post("/verify/", {"sha256": sha256}).status_code == 422
