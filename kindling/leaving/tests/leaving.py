"""A school with a bit of everything, and an installation that was emptied."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection

from kindling.attendance.tests.placed import make_placement
from kindling.evidence.actions import keep_evidence
from kindling.exhibitions.tests.showing import plan, schedule
from kindling.leaving.whole.files import names_of
from kindling.leaving.whole.making import write_school
from kindling.leaving.whole.ways import models
from kindling.narratives.tests.writing import release_luis
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.uploads.tests.sending import picture, send
from tests.cast import Cast


def lived_in(cast: Cast) -> School:
    """A placement, a picture, an exhibition with a date, a narrative that was released."""
    by = cast.as_("luis")
    make_placement(cast.luis, cast.clinic, cast.sam)
    with inside(cast.school):
        upload = send(picture(), by=by, name="crack.jpg")
        keep_evidence(cast.luis, title="=Two x-rays", upload=upload, by=by)
        schedule(cast, plan(cast))
        release_luis(cast)
    return cast.school


def packed(school: School) -> bytes:
    """The whole file, in memory."""
    file = io.BytesIO()
    with inside(school):
        write_school(file, school, lambda _line: None)
    return file.getvalue()


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as one:
        return {name: one.read(name) for name in one.namelist()}


def empty(school: School) -> None:
    """Take every row and file away, as if another machine stood there."""
    for name in list(names_of(school)):
        default_storage.delete(name)
    tables = [
        model._meta.db_table
        for model in models()
        if model._meta.app_label not in {"contenttypes", "auth"}
    ]
    flush = connection.ops.sql_flush(no_style(), tables, allow_cascade=True)
    connection.ops.execute_sql_flush(flush)


def saved(content: bytes, folder: Path) -> Path:
    path = folder / "school.zip"
    path.write_bytes(content)
    return path
