"""The files themselves: everything in the storage that a row of the school names."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.files.storage import default_storage

from kindling.inventory.reading import inventory
from kindling.leaving.whole.packing import Packer
from kindling.leaving.whole.ways import label_of, packed_models, rows_of
from kindling.schools.models import School

FOLDER = "files/"


def names_of(school: School) -> Iterator[str]:
    """Names in the storage, each once."""
    told = set()
    for model in packed_models():
        kept = inventory().get(label_of(model))
        for field in kept.files if kept else ():
            for name in rows_of(model, school).values_list(field, flat=True).iterator():
                if name and name not in told:
                    told.add(name)
                    yield str(name)


def write_files(packer: Packer, school: School) -> tuple[int, list[str]]:
    """Put them in; return how many, and which were not there any more."""
    count, lost = 0, []
    for name in names_of(school):
        if not default_storage.exists(name):
            lost.append(name)
            continue
        with default_storage.open(name, "rb") as kept:
            packer.copy(f"{FOLDER}{name}", kept)
        count += 1
    return count, lost
