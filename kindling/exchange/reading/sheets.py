"""Reads a spreadsheet as people make them: CSV in whatever encoding, or XLSX."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice

from django.utils.translation import gettext as _
from python_calamine import CalamineWorkbook

from kindling.exchange.reading.archive import Limits
from kindling.exchange.reading.faults import Log, Spot
from kindling.kit.unpacking import BROKEN, MEGABYTE, TooMuch, parts_of

MOST_BYTES = 20 * MEGABYTE
MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 5_000
XLSX_LIMITS = Limits(upload=MOST_BYTES, total=300 * MEGABYTE, members=500)
CELL_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]{0,12})""")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass
class Sheet:
    """A header and its rows, all text. A row's number is the one the spreadsheet shows."""

    name: str
    header: list[str] = field(default_factory=list)
    header_row: int = 0
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def read_sheet(data: bytes, *, name: str, log: Log) -> Sheet:
    """Return the first sheet of a CSV or XLSX file. Never raises; faults leave it empty."""
    spot = log.at(name)
    sheet = Sheet(name)
    if len(data) > MOST_BYTES:
        spot.fault(
            "too_large",
            _("The file is larger than %(size)s MB.") % {"size": MOST_BYTES // MEGABYTE},
            _("Split it into smaller files."),
        )
    elif data.startswith(b"PK"):
        _fill(sheet, _xlsx_rows(data, spot), spot)
    elif data.startswith(OLD_EXCEL):
        spot.fault(
            "old_excel",
            _("This is an old Excel file, or one with a password."),
            _("Save it as .xlsx without a password."),
        )
    else:
        _fill(sheet, _csv_rows(data, spot), spot)
    if not sheet.header and not log.faults:
        spot.fault(
            "empty_sheet",
            _("The sheet is empty."),
            _("The first row holds the names of the columns."),
        )
    return sheet


def _fill(sheet: Sheet, rows: Iterable[list[str]], spot: Spot) -> None:
    """The first row with anything in it is the header; empty rows are skipped."""
    for number, cells in enumerate(rows, start=1):
        if not any(cells):
            continue
        if len(cells) > MOST_COLUMNS:
            spot.log.at(spot.file, number).fault(
                "too_many_columns",
                _("The row has more than %(count)s columns.") % {"count": MOST_COLUMNS},
                _("Delete the columns that are not needed."),
            )
            return
        if not sheet.header:
            sheet.header, sheet.header_row = _header(cells), number
        elif len(sheet.rows) == MOST_ROWS:
            _too_many_rows(spot.log.at(spot.file, number))
            return
        else:
            width = len(sheet.header)
            sheet.rows.append((number, (cells + [""] * width)[:width]))


def _header(cells: list[str]) -> list[str]:
    """Give every column a name of its own, even those without one."""
    names: list[str] = []
    for index, cell in enumerate(cells):
        name = cell or _("Column %(letter)s") % {"letter": letter(index)}
        copy = 2
        unique = name
        while unique in names:
            unique = f"{name} ({copy})"
            copy += 1
        names.append(unique)
    return names


def letter(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA: what the spreadsheet calls its columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _csv_rows(data: bytes, spot: Spot) -> Iterator[list[str]]:
    text = _guess_text(data, spot)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    number = 0
    try:
        for number, cells in enumerate(islice(reader, MOST_ROWS * 2), start=1):  # noqa: B007 told below
            yield [_clean(cell) for cell in cells]
    except csv.Error:
        spot.log.at(spot.file, number + 1).fault(
            "broken_row",
            _("This row cannot be read: a quotation mark is missing or one too many."),
            _("Save the sheet again as CSV, or hand in the .xlsx."),
        )


def _guess_text(data: bytes, spot: Spot) -> str:
    """UTF-8 first, then what Excel writes; a guess is noted."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        spot.note(
            "guessed_encoding",
            _("The file is not UTF-8; it was read as Western European (Windows)."),
            _("Check names with accents in the preview."),
        )
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The separator that stands most often in the first row with words."""
    line = next((line for line in StringIO(text) if line.strip()), "")
    unquoted = re.sub(r'"[^"]*"', "", line)
    return max(",;\t", key=unquoted.count)


def _xlsx_rows(data: bytes, spot: Spot) -> Iterator[list[str]]:
    if not _is_safe_xlsx(data, spot):
        return
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False) if names else []
    except BaseException as error:
        # calamine's panics are not Exceptions; those of Python (Ctrl-C) must pass
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        _broken_xlsx(spot)
        return
    if len(names) > 1:
        spot.note(
            "first_sheet",
            _("The file has %(count)s sheets; only “%(name)s” is read.")
            % {"count": len(names), "name": names[0]},
        )
    for row in rows:
        cells = [_clean(as_text(cell)) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _is_safe_xlsx(data: bytes, spot: Spot) -> bool:
    """An XLSX is a zip: unpack it once with limits, and refuse a cell in row one million."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if _is_within_reach(archive):
                return True
            _too_many_rows(spot)
    except TooMuch:
        spot.fault(
            "zip_bomb",
            _("The file unpacks to far more than a spreadsheet can hold."),
            _("Nothing was read. Copy the rows into a new sheet and save it."),
        )
    except BROKEN:
        _broken_xlsx(spot)
    return False


def _is_within_reach(archive: zipfile.ZipFile) -> bool:
    infos = archive.infolist()
    if len(infos) > XLSX_LIMITS.members:
        return False
    budget = XLSX_LIMITS.total
    for info in infos:
        content = b"".join(parts_of(archive, info, XLSX_LIMITS, budget))
        budget -= len(content)
        if "worksheets/" in info.filename and _reaches_too_far(content):
            return False
    return True


def _reaches_too_far(content: bytes) -> bool:
    for match in CELL_PLACE.finditer(content):
        letters, digits = match.groups()
        if len(letters) > len("XFD") or (digits and int(digits) > MOST_ROWS * 2):
            return True
        if letters and _column_number(letters) > MOST_COLUMNS * 5:
            return True
    return False


def _column_number(letters: bytes) -> int:
    number = 0
    for code in letters.upper():
        number = number * 26 + code - ord("A") + 1
    return number


def as_text(value: object) -> str:
    """A cell as a person would type it: whole numbers without .0, dates as 2026-08-23."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value)


def _clean(text: str) -> str:
    """Drop spaces around and control letters within; cut what no cell of ours can hold."""
    kept = "".join(" " if c in "\r\n\t\u00a0" else c for c in text[:LONGEST_CELL])
    return "".join(c for c in kept if c >= " " and c != "\x7f").strip()


def _broken_xlsx(spot: Spot) -> None:
    spot.fault(
        "broken_xlsx",
        _("This spreadsheet cannot be opened."),
        _("Save it again as .xlsx or as CSV."),
    )


def _too_many_rows(spot: Spot) -> None:
    spot.fault(
        "too_many_rows",
        _("The sheet has more than %(count)s rows.") % {"count": MOST_ROWS},
        _("Split it into smaller files; delete empty rows far below."),
    )
