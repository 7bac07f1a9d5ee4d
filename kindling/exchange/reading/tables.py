"""Bytes → text → header and rows, each row with the number a spreadsheet shows for it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from django.utils.translation import gettext as _

from kindling.exchange.reading.faults import Spot

BOM = b"\xef\xbb\xbf"
WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
MOST_ROWS = 500_000


@dataclass
class Table:
    """A header and its rows; `whole` is False when reading stopped before the end."""

    file: str
    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    whole: bool = True


def read_table(data: bytes, spot: Spot) -> Table:
    """Read a comma-separated file in UTF-8. Unreadable files come back without a header."""
    text = decode(data, spot)
    if text is None:
        return Table(spot.file, whole=False)
    check_line_ends(text, spot)
    table = Table(spot.file)
    number = 0
    try:
        for number, cells in enumerate(_records(text), start=1):
            if number > MOST_ROWS:
                _too_long(spot)
                table.whole = False
                break
            if number == 1:
                table.header = cells
            else:
                table.rows.append((number, cells))
    except csv.Error:
        table.whole = False
        spot.log.at(spot.file, number + 1).fault(
            "broken_row",
            _("This row cannot be read: a quotation mark is missing or one too many."),
            _("Put quotation marks around the whole value and double those inside it."),
        )
    _drop_trailing_blanks(table, spot)
    return table


def decode(data: bytes, spot: Spot) -> str | None:
    """Return the text of UTF-8 bytes, or None and a fault that names the row."""
    if data.startswith(WIDE_BOMS):
        _not_utf8(spot.log.at(spot.file, 1), _("The file is saved as UTF-16."))
        return None
    if data.startswith(BOM):
        spot.log.at(spot.file, 1).slip(
            "bom",
            _("The file starts with a byte order mark."),
            _("Save it as “UTF-8”, not “UTF-8 with BOM”."),
        )
        data = data.removeprefix(BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        row, column = _place_after(before)
        bad = f"0x{data[error.start]:02X}"
        message = _("A letter here is not UTF-8 (byte %(byte)s).") % {"byte": bad}
        _not_utf8(spot.log.at(spot.file, row, column), message)
        return None


def check_line_ends(text: str, spot: Spot) -> None:
    """All rows should end alike; a mixture often means two files glued together."""
    first = ""
    for number, end in _line_ends(text):
        first = first or end
        if end != first:
            spot.log.at(spot.file, number).slip(
                "line_ends",
                _("Rows end in different ways from here on."),
                _("Save the file again with one kind of line end (CRLF)."),
            )
            return


def _records(text: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), strict=True)


def _line_ends(text: str) -> Iterator[tuple[int, str]]:
    """Yield (row, line end) of each row, skipping line ends inside quotation marks."""
    row, inside = 1, False
    for line in StringIO(text, newline=""):
        inside ^= line.count('"') % 2 == 1
        end = line[len(line.rstrip("\r\n")) :]
        if not inside and end:
            yield row, end
            row += 1


def _place_after(before: str) -> tuple[int, str]:
    """Return the row and the column's name where this much of a file ends."""
    row = 1 + sum(1 for _place in _line_ends(before))
    lines = list(StringIO(before, newline=""))
    try:
        header = next(csv.reader(lines[:1]), [])
        last = next(csv.reader(lines[-1:]), [""])
    except csv.Error:
        return row, ""
    if row == 1 or len(last) > len(header):
        return row, ""
    return row, header[len(last) - 1] if last else ""


def _drop_trailing_blanks(table: Table, spot: Spot) -> None:
    blank = 0
    while table.rows and not any(cell.strip() for cell in table.rows[-1][1]):
        number, _cells = table.rows.pop()
        blank += 1
    if blank:
        spot.log.at(spot.file, number).slip(
            "blank_rows",
            _("Empty rows stand at the end of the file."),
            _("Delete them."),
            str(blank),
        )


def _not_utf8(spot: Spot, message: str) -> None:
    spot.fault("encoding", message, _("Save the file as “CSV UTF-8”."))


def _too_long(spot: Spot) -> None:
    spot.fault(
        "too_many_rows",
        _("The file has more than %(count)s rows.") % {"count": MOST_ROWS},
        _("Export one school at a time."),
    )
