"""Bring a packed school into an installation that has none."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import batched
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import Model
from django.db.models.sql import InsertQuery

from kindling.kit.moments import count_on, know_the_tables
from kindling.leaving.whole.files import FOLDER
from kindling.leaving.whole.making import applied
from kindling.leaving.whole.packing import ABOUT, PIECE, About, Unusable
from kindling.leaving.whole.tables import Say
from kindling.leaving.whole.values import from_json
from kindling.leaving.whole.ways import fields_of, label_of, packed_models
from kindling.schools.models import Installation, School

AT_ONCE = 200


def bring_school(source: Path, say: Say) -> About:
    """Check everything, put the files down, then write every row in one transaction.

    Raises Unusable, and nothing is changed, when the file or the installation does not fit.
    """
    if School.objects.exists():
        raise Unusable("There is a school here already. Bring this one into an empty installation.")
    try:
        packed = zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile) as no:
        raise Unusable("This is not a school that Kindling has packed.") from no
    with packed:
        about = _about(packed)
        say("Checking every file …")
        _check(packed, about)
        count = _put_files(packed)
        say(f"{count} files")
        with transaction.atomic():
            _write_rows(packed, about, say)
            Installation.mark_real()
    know_the_tables()
    return about


def _about(packed: zipfile.ZipFile) -> About:
    if ABOUT not in packed.namelist():
        raise Unusable("This is not a school that Kindling has packed.")
    about = About.read(packed.read(ABOUT))
    if about.migrations != applied():
        raise Unusable(
            "The file was made by another version of Kindling. Install that version, bring the "
            "school in, and upgrade it then."
        )
    return about


def _check(packed: zipfile.ZipFile, about: About) -> None:
    """Every file is there, and says what it said."""
    there = set(packed.namelist()) - {ABOUT}
    if there != set(about.parts):
        raise Unusable("Files are missing or were added. Take the file as it was made.")
    for name, (size, digest) in about.parts.items():
        found, counted = sha256(), 0
        try:
            with packed.open(name) as member:
                while piece := member.read(PIECE):
                    found.update(piece)
                    counted += len(piece)
        except zipfile.BadZipFile as no:
            raise Unusable(f"{name} is damaged. Take the file as it was made.") from no
        if (counted, found.hexdigest()) != (size, digest):
            raise Unusable(f"{name} was changed. Take the file as it was made.")


def _put_files(packed: zipfile.ZipFile) -> int:
    """Under the names they had. One that is there already is the same, from a try that was cut."""
    names = [name for name in packed.namelist() if name.startswith(FOLDER)]
    for name in names:
        kept = name.removeprefix(FOLDER)
        if ".." in PurePosixPath(kept).parts or PurePosixPath(kept).is_absolute():
            raise Unusable(f"{kept} leads out of the folder of files. Somebody made this file up.")
        if default_storage.exists(kept):
            default_storage.delete(kept)
        with packed.open(name) as member:
            saved = default_storage.save(kept, File(member))
        if saved != kept:
            raise Unusable(f"{kept} cannot be put into the storage under its name.")
    return len(names)


def _write_rows(packed: zipfile.ZipFile, about: About, say: Say) -> None:
    """In any order: the database looks at the keys when all is there."""
    models = packed_models()
    for model in models:
        label = label_of(model)
        if f"data/{label}.jsonl" not in about.parts:
            continue
        for some in batched(_read(packed, model), AT_ONCE, strict=False):
            _insert(model, list(some))
        say(f"{label}: {about.rows[label]}")
    count_on(models)
    connection.check_constraints()


def _read(packed: zipfile.ZipFile, model: type[Model]) -> Iterator[Model]:
    fields = {one.name: one for one in fields_of(model)}
    with packed.open(f"data/{label_of(model)}.jsonl") as lines:
        for line in lines:
            told: dict[str, Any] = json.loads(line)
            values = {fields[name].attname: from_json(fields[name], value)
                      for name, value in told.items()}  # fmt: skip
            yield model(**values)


def _insert(model: type[Model], rows: list[Model]) -> None:
    """As they were: no field sets itself anew, as `created_at` would."""
    query = InsertQuery(model)
    query.insert_values(fields_of(model), rows, raw=True)
    query.get_compiler(connection.alias).execute_sql()
