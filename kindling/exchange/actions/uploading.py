"""A file arrives, its columns are named, and a preview says what it would change."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction

from kindling.exchange import rules
from kindling.exchange.keeping import keep_changes
from kindling.exchange.models import Import, ImportedChange, ImportFile
from kindling.exchange.planning.making import Made, findings_of, make_plan
from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.headings import guess_mapping
from kindling.exchange.reading.sheets import read_sheet
from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def upload_import(
    *, kind: str, file_name: str, content: bytes, is_lenient: bool = False, by: Viewer
) -> Import:
    """Keep the file; a spreadsheet's columns are guessed. Changes nothing else."""
    require(rules.may_import(by, kind))
    imported = Import(
        school=by.school,
        kind=kind,
        file_name=file_name[-200:],
        sha256=hashlib.sha256(content).hexdigest(),
        is_lenient=is_lenient,
        by=by.person,
    )
    if imported.is_sheet:
        log = Log()
        sheet = read_sheet(content, name=imported.file_name, log=log)
        imported.header = sheet.header
        imported.samples = [[cell[:40] for cell in row] for _number, row in sheet.rows[:3]]
        imported.mapping = guess_mapping(sheet.header, kind)
        imported.findings = findings_of(log)
    imported.save()
    ImportFile.objects.create(school=by.school, parent=imported, content=content)
    record("import.upload", imported, by=by, kind=kind, file=imported.file_name)
    return imported


@transaction.atomic
def preview_import(imported: Import, *, by: Viewer, **choices: Any) -> Made:
    """Say what the file would change, and what is wrong with it.

    `choices`: mapping (field → index of its column), org, is_complete, is_lenient.
    """
    require(rules.may_import(by, imported.kind))
    for name, value in choices.items():
        setattr(imported, name, value)
    made = make_plan(imported, bytes(imported.file.content))
    keep_changes(imported, made.plan)
    take_step(
        imported,
        "preview",
        by=by,
        org=made.org or imported.org,
        findings=findings_of(made.log, made.schools),
        counts=made.plan.counts(),
        **{name: value for name, value in choices.items() if name != "org"},
    )
    return made


@transaction.atomic
def discard_import(imported: Import, *, by: Viewer) -> None:
    """Throw the file and its preview away; that it was here stays in the history."""
    require(rules.may_import(by, imported.kind))
    take_step(imported, "discard", by=by, findings={}, samples=[])
    ImportedChange.objects.filter(parent=imported).delete()
    ImportFile.objects.filter(parent=imported).delete()
