"""Turns the rows of one OneRoster file into records."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.reading.cells import Column
from kindling.exchange.reading.faults import Log, Spot
from kindling.exchange.reading.headers import find_columns
from kindling.exchange.reading.oneroster import FileSpec
from kindling.exchange.reading.records import Record
from kindling.exchange.reading.tables import Table

type Columns = list[tuple[int, Column]]


def read_rows(table: Table, spec: FileSpec, mode: str, log: Log) -> tuple[list[Record], set[str]]:
    """Return the records without a fault, and every sourcedId seen, even in faulty rows."""
    columns = [
        (index, column)
        for index, column in find_columns(table, spec, log.at(spec.csv))
        if column.into
    ]
    if not table.rows and table.whole:
        log.at(spec.csv, 1).slip(
            "no_rows",
            _("The file has a header and no rows."),
            _("Leave the file out and write “absent” for it in manifest.csv."),
        )
    empty = _empty(spec)
    records: list[Record] = []
    first_seen: dict[str, int] = {}
    for number, cells in table.rows:
        before = log.faults.total
        values = _read_row(number, cells, table, columns, log)
        if values is None:
            continue
        _check_status(values, mode, log.at(spec.csv, number, "status"))
        _check_id(values["source_id"], first_seen, log.at(spec.csv, number, "sourcedId"))
        if log.faults.total == before:
            records.append(_record(empty | values, spec, number))
    return records, set(first_seen)


def _record(values: dict[str, Any], spec: FileSpec, number: int) -> Record:
    status = values.pop("status")
    del values["modified"]
    return spec.record(row=number, deleted=status == "tobedeleted", **values)


def _empty(spec: FileSpec) -> dict[str, Any]:
    columns = (*spec.columns, *spec.extras)
    return {column.into: column.empty for column in columns if column.into}


def _read_row(
    number: int, cells: list[str], table: Table, columns: Columns, log: Log
) -> dict[str, Any] | None:
    """Return field → value, or None when the row's cells cannot be matched to the header."""
    if not any(cell.strip() for cell in cells):
        log.at(table.file, number).slip("blank_row", _("This row is empty."), _("Delete it."))
        return None
    if len(cells) != len(table.header):
        _say_width(len(cells), len(table.header), log.at(table.file, number))
        return None
    values: dict[str, Any] = {"source_id": "", "status": "", "modified": ""}
    for index, column in columns:
        raw = cells[index]
        if raw or column.needed:
            values[column.into] = _read_cell(raw, column, log.at(table.file, number, column.name))
    return values


def _read_cell(raw: str, column: Column, spot: Spot) -> Any:
    text = raw.strip(" \t\u00a0")
    if (
        text != raw
        and column.into
        and not spot.slip(
            "spaces",
            _("There are spaces around the value."),
            _("Write it without."),
            raw,
        )
    ):
        return column.empty
    if text:
        return column.read(text, spot)
    if column.needed:
        spot.fault(
            "empty",
            _("This cell must not be empty."),
            _("Fill it in the roster system and export again."),
        )
    return column.empty


def _say_width(found: int, width: int, spot: Spot) -> None:
    """Never guessed at: one comma too many shifts every cell behind it."""
    spot.fault(
        "row_width",
        _("The row has %(found)s cells, the header has %(width)s.")
        % {"found": found, "width": width},
        _("A comma is missing or one too many; put a value with a comma in quotation marks."),
    )


def _check_id(source_id: str, first_seen: dict[str, int], spot: Spot) -> None:
    if not source_id:
        return
    if source_id in first_seen:
        spot.fault(
            "duplicate_id",
            _("This id stands already in row %(row)s.") % {"row": first_seen[source_id]},
            _("Two rows are never merged. Give each its own id, or delete one."),
            source_id,
        )
    first_seen.setdefault(source_id, spot.row)


def _check_status(values: dict[str, Any], mode: str, spot: Spot) -> None:
    """Bulk files say nothing of change; delta files must."""
    status, modified = values["status"], values["modified"]
    if mode == "bulk" and status == "tobedeleted":
        spot.fault(
            "status_in_bulk",
            _("A complete (bulk) file cannot delete a row."),
            _("Leave the row out, or declare the file as delta in manifest.csv."),
            status,
        )
    elif mode == "bulk" and (status or modified):
        spot.slip(
            "status_in_bulk",
            _("In a complete (bulk) file, status and dateLastModified stay empty."),
            _("Empty both cells."),
            status or modified,
        )
    elif mode == "delta" and not (status and modified):
        spot.fault(
            "status_missing",
            _("In a file of changes (delta), status and dateLastModified are needed."),
            _("Fill both, or declare the file as bulk in manifest.csv."),
        )
