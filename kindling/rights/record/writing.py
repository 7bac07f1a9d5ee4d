"""Write what was given as one ZIP: pages to read, the same as data, and the files."""

from __future__ import annotations

import json
import zipfile
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from django.core.files.storage import default_storage
from django.template.loader import render_to_string

from kindling.people.models import Student
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.areas import kind_title
from kindling.rights.record.covering import in_other_languages, words_of
from kindling.rights.record.reading import Row, record_of
from kindling.rights.record.sheet import LAYOUT, Part, sheet_of

STYLE = Path(__file__).with_name("folder.css")
PIECE = 1 << 20
Decision = RecordsItem.Decision


def write_bundle(file: IO[bytes], asked: RecordsRequest) -> tuple[str, int]:
    """Write what was decided to give; return the SHA-256 and the size of the file.

    Held back: named with its basis, but for what is no record about this student, or where the
    law protects who reported something or an inquiry: then nothing says that it is there.
    """
    rows = {(row.kind, row.key): row for row in record_of(asked.student)}
    parts: dict[str, Part] = {}
    items = list(RecordsItem.objects.filter(request=asked).order_by("area", "kind", "on", "pk"))
    # Read once for all items, and only where something is covered: the whole record each time.
    told = in_other_languages(asked.student) if any(item.covered for item in items) else {}
    for item in items:
        part = parts.get(item.area, Part(item.area))
        if item.decision in {Decision.GIVE, Decision.PART}:
            found = [rows[item.kind, key] for key in item.keys if (item.kind, key) in rows]
            part.rows += [
                words_of(row, item.covered, told.get((row.kind, row.key), [])) for row in found
            ]
        elif item.basis not in RecordsItem.SILENT:
            part.held.append(item)
        if part.rows or part.held:
            parts[item.area] = part
    return write_folder(file, asked.student, list(parts.values()), asked)


def write_folder(
    file: IO[bytes], student: Student, parts: list[Part], asked: RecordsRequest | None
) -> tuple[str, int]:
    """Write index.html, a page for each class, record.json and files/; what was asked for also as a PDF."""
    shown = {"student": student, "school": student.school, "asked": asked, "parts": parts}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as packed:
        for part in parts:
            _write_files(packed, part)
            told = {**shown, "part": part, "kind_title": kind_title}
            packed.writestr(f"{part.key}.html", render_to_string("rights/folder/part.html", told))
        packed.writestr("index.html", render_to_string("rights/folder/index.html", shown))
        packed.writestr("style.css", STYLE.read_text())
        if asked is not None:
            packed.writestr("record.pdf", _on_paper(asked, parts))
        packed.writestr("record.json", json.dumps(_data(parts), ensure_ascii=False, indent=1))
    return _measure(file)


def _on_paper(asked: RecordsRequest, parts: list[Part]) -> bytes:
    """The same to print or to read on one page after the other. For the worker alone."""
    from kindling.paper.draw import draw  # noqa: PLC0415 (Typst takes 40 MB)

    return draw(LAYOUT, sheet_of(asked, parts))[0]


def _write_files(packed: zipfile.ZipFile, part: Part) -> None:
    """Put the files of a class in and let its rows name them there; a lost one is left out."""
    for number, row in enumerate((one for whole in part.rows for one in whole.walk()), 1):
        put = {}
        for count, (stored, called) in enumerate(row.files.items(), 1):
            ending = Path(called).suffix or Path(stored).suffix
            name = f"files/{part.key}-{number}-{count}{ending[:10]}"
            if default_storage.exists(stored):
                with default_storage.open(stored, "rb") as kept, packed.open(name, "w") as new:
                    while piece := kept.read(PIECE):
                        new.write(piece)
                put[name] = called
        row.files = put


def _data(parts: list[Part]) -> dict[str, Any]:
    data: dict[str, Any] = defaultdict(list)
    for part in parts:
        data[part.key] += [_row(row) for row in part.rows]
        data[part.key] += [
            {"held_back": one.kind, "basis": one.get_basis_display()} for one in part.held
        ]
    return data


def _row(row: Row) -> dict[str, Any]:
    lines = [[line.label, line.value] for line in row.lines]
    parts = [_row(part) for part in row.parts]
    return {"kind": row.kind, "on": row.on.isoformat() if row.on else None, "lines": lines,
            "files": list(row.files), "parts": parts}  # fmt: skip


def _measure(file: IO[bytes]) -> tuple[str, int]:
    digest, size = sha256(), 0
    file.seek(0)
    while piece := file.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size
