"""Opens the zip of a feed."""

from __future__ import annotations

import codecs
import csv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import NoReturn

from kindling.kit import unpacking
from kindling.kit.unpacking import BROKEN, MEGABYTE, READABLE, TooMuch, is_locked, parts_of
from kindling.travel.reading.findings import Findings, Unusable

# Files of a feed that say nothing about when a vehicle is where are never unpacked.
WANTED = frozenset(
    f"{name}.txt"
    for name in (
        "agency",
        "stops",
        "trips",
        "stop_times",
        "calendar",
        "calendar_dates",
        "frequencies",
        "feed_info",
    )
)
MARKS = [  # how a text file says what it is written in
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


@dataclass(frozen=True)
class Limits(unpacking.Limits):
    """How much a feed may hold."""

    members: int = 200
    member: int = 400 * MEGABYTE
    total: int = 600 * MEGABYTE
    ratio_from: int = 8 * MEGABYTE


type Row = tuple[int, list[str]]  # as a spreadsheet counts (the header is row 1), and its values


class Package:
    """The files of a feed that are wanted. Raises Unusable for what cannot be opened."""

    def __init__(self, content: bytes, findings: Findings, limits: Limits | None = None) -> None:
        self.findings, self.limits = findings, limits or Limits()
        self.members: dict[str, zipfile.ZipInfo] = {}
        self.encodings: dict[str, str] = {}
        try:
            self.archive = zipfile.ZipFile(BytesIO(content))
            self._look()
        except BROKEN:
            self.refuse("not_a_zip")

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def refuse(self, code: str, file: str = "", value: object = "") -> NoReturn:
        """Say why nothing of it can be used."""
        self.findings.fault(code, file, value=value)
        raise Unusable

    def _look(self) -> None:
        """Find the wanted files, at the root or in the one folder that is there, and weigh them."""
        infos = self.archive.infolist()
        if len(infos) > self.limits.members:
            self.refuse("too_many_files", value=len(infos))
        budget = self.limits.total
        for info in infos:
            folder, _slash, name = info.filename.rpartition("/")
            if name.lower() not in WANTED or folder.startswith("__MACOSX") or "/" in folder:
                continue
            if name.lower() in self.members:
                self.refuse("file_twice", name)
            if is_locked(info) or info.compress_type not in READABLE:
                self.refuse("locked", name)
            self.members[name.lower()] = info
            budget -= self._weigh(name.lower(), info, budget)

    def _weigh(self, name: str, info: zipfile.ZipInfo, budget: int) -> int:
        """Unpack once to count and to see what it is written in; stop at the first byte too many."""
        decoder, is_utf8, size = codecs.getincrementaldecoder("utf-8")(), True, 0
        head = b""
        try:
            for part in parts_of(self.archive, info, self.limits, budget):
                head, size = head or part[:4], size + len(part)
                is_utf8 = is_utf8 and _decodes(decoder, part)
        except TooMuch:
            self.refuse("too_much", name)
        marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), "")
        self.encodings[name] = marked or ("utf-8" if is_utf8 else "cp1252")
        if self.encodings[name] in {"cp1252", "utf-16"}:
            self.findings.note("encoding", name)
        return size

    def rows(self, name: str) -> Iterator[Row]:
        """Read a file's rows, the header too; empty ones are left out."""
        with self.archive.open(self.members[name]) as member:
            text = TextIOWrapper(member, self.encodings[name], errors="replace", newline="")
            lines = csv.reader(text, skipinitialspace=True)
            try:
                for row in lines:
                    if any(row):
                        yield lines.line_num, row
            except csv.Error:
                self.findings.fault("damaged_row", name, lines.line_num)
                raise Unusable from None
            except BROKEN:
                self.findings.fault("damaged", name)
                raise Unusable from None


def _decodes(decoder: codecs.IncrementalDecoder, part: bytes) -> bool:
    try:
        decoder.decode(part)
    except UnicodeDecodeError:
        return False
    return True
