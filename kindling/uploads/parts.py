"""The parts of a file in the storage, until the file is whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.core.files.storage import default_storage

from kindling.uploads.models import MEGABYTE, Upload

FOLDER = "uploads/parts"


@contextmanager
def whole(upload: Upload) -> Iterator[BinaryIO]:
    """Give all parts as one file on this machine, which goes with the block."""
    with tempfile.TemporaryFile() as file:
        for name in upload.parts:
            with default_storage.open(name, "rb") as part:
                while data := part.read(MEGABYTE):
                    file.write(data)
        file.seek(0)
        yield file


def delete_parts(public_id: str) -> None:
    """Delete all parts of one file, also those that never counted."""
    folder = f"{FOLDER}/{public_id}"
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        default_storage.delete(f"{folder}/{name}")
