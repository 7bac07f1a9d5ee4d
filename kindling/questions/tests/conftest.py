from __future__ import annotations

import pytest
from django.core.files.storage import storages

from kindling.attendance.tests.placed import make_placement


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Files of a test live in a folder of its own."""
    storage = storages["default"]
    monkeypatch.setattr(storage, "_location", str(tmp_path))
    for name in ("base_location", "location"):
        storage.__dict__.pop(name, None)
    yield tmp_path
    for name in ("base_location", "location"):
        storage.__dict__.pop(name, None)
