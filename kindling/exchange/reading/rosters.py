"""The whole way from the bytes of a OneRoster zip to its records and what is wrong with them."""

from __future__ import annotations

import hashlib

from django.utils.translation import gettext as _

from kindling.exchange.reading.archive import Limits, unpack_zip
from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.manifest import MANIFEST, read_modes
from kindling.exchange.reading.oneroster import ALL_FILES, SPECS
from kindling.exchange.reading.records import Package
from kindling.exchange.reading.references import (
    check_references,
    check_sense,
    note_doubles,
)
from kindling.exchange.reading.rows import read_rows
from kindling.exchange.reading.tables import Table, read_table


def read_roster(
    data: bytes, *, name: str, lenient: bool = False, limits: Limits | None = None
) -> tuple[Package, Log]:
    """Read a OneRoster 1.2 CSV zip. Never raises: whatever is wrong stands in the log.

    A package may be used only when the log has no fault.
    """
    log = Log(lenient=lenient)
    files = _with_right_names(unpack_zip(data, name=name, log=log, limits=limits), log)
    package = Package()
    if not files:
        if not log.faults:
            log.at(name).fault("empty_zip", _("The zip holds no files."), _("Export it again."))
        return package, log
    package.modes, package.system = read_modes(files, log)
    _note_copies(files, log)
    _read_files(files, package, log)
    check_references(package, log)
    check_sense(package, log)
    note_doubles(package, log)
    return package, log


def _read_files(files: dict[str, bytes], package: Package, log: Log) -> None:
    for spec in SPECS:
        if spec.csv not in files:
            continue
        table = read_table(files[spec.csv], log.at(spec.csv))
        if not table.header:
            _no_header(table, log)
            package.modes[spec.name] = "unread"
            continue
        records, ids = read_rows(table, spec, package.modes[spec.name], log)
        setattr(package, spec.into, records)
        package.ids[spec.name] = ids
        if spec.name == "roles":
            package.ids["roles.user"] = _column(table, "userSourcedId")
        if not table.whole or not ids:
            package.modes[spec.name] = "unread"


def _column(table: Table, name: str) -> set[str]:
    lower = [cell.strip().lower() for cell in table.header]
    if name.lower() not in lower:
        return set()
    at = lower.index(name.lower())
    return {cells[at].strip() for _number, cells in table.rows if len(cells) > at}


def _no_header(table: Table, log: Log) -> None:
    if table.whole:
        log.at(table.file, 1).fault(
            "empty_file",
            _("The file is empty."),
            _("It needs at least its header row, or leave it out as “absent”."),
        )


def _with_right_names(files: dict[str, bytes], log: Log) -> dict[str, bytes]:
    """users.csv is not Users.CSV; the difference is safe to mend."""
    right_names = {f"{name}.csv".lower(): f"{name}.csv" for name in ALL_FILES} | {
        MANIFEST: MANIFEST
    }
    named: dict[str, bytes] = {}
    for name, data in files.items():
        right = right_names.get(name.strip().lower(), name)
        if right != name and not log.at(name).slip(
            "file_case",
            _("Capital and small letters matter in the names of files."),
            _("Call it %(right)s.") % {"right": right},
            name,
        ):
            right = name
        if right in named:
            log.at(right).fault("duplicate_member", _("The zip holds this file twice."), "")
        named.setdefault(right, data)
    return named


def _note_copies(files: dict[str, bytes], log: Log) -> None:
    """The same bytes under two names: someone exported one file twice."""
    seen: dict[str, str] = {}
    for name, data in files.items():
        digest = hashlib.sha256(data).hexdigest()
        if data and digest in seen:
            log.at(name).fault(
                "copy",
                _("This file is a copy of %(other)s.") % {"other": seen[digest]},
                _("Export the right file."),
            )
        seen.setdefault(digest, name)
