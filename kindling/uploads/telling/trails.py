"""Tracks of a film that hold no picture and no sound: where the camera was, second by second.

GoPro (gpmd), Android (camm) and Apple (mebx) write them with the handler `meta`. The samples lie among
those of the film; their tables say where (ISO/IEC 14496-12, 8.6 and 8.7).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import BinaryIO

KEPT = {b"vide", b"soun", b"subt", b"text", b"sbtl", b"clcp"}  # pictures, sounds, subtitles
MOST = 4 * 1024 * 1024  # bytes of one table


class WrongTrail(Exception):
    """Its tables do not fit the film."""


def is_trail(file: BinaryIO, start: int, end: int) -> bool:
    """Say whether the track between these bytes holds anything but pictures and sounds."""
    found = _inside(file, start, end, b"mdia", b"hdlr")
    if found is None:
        return False
    file.seek(found[0] + 8)
    return file.read(4) not in KEPT


def samples_of(file: BinaryIO, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (first byte, length) of each chunk of the track. Raises WrongTrail."""
    table = _inside(file, start, end, b"mdia", b"minf", b"stbl")
    if table is None:
        return
    offsets = [
        one for (one,) in _rows(file, table, b"stco", ">I") or _rows(file, table, b"co64", ">Q")
    ]
    sizes = iter(_sizes(file, table))
    steps = [(first, count) for first, count, _kind in _rows(file, table, b"stsc", ">III")]
    for (first, count), (after, _count) in pairwise([*steps, (len(offsets) + 1, 0)]):
        for offset in offsets[max(first - 1, 0) : max(after - 1, 0)]:
            yield offset, sum(islice(sizes, count))


def _sizes(file: BinaryIO, table: tuple[int, int]) -> list[int]:
    found = _inside(file, *table, b"stsz")
    if found is None:
        return []
    file.seek(found[0] + 4)
    each, count = struct.unpack(">II", file.read(8).ljust(8, b"\0"))
    if count > MOST:
        raise WrongTrail
    if each:
        return [each] * count
    told = file.read(min(4 * count, max(found[1] - file.tell(), 0), MOST))
    return [one for (one,) in struct.iter_unpack(">I", told[: len(told) // 4 * 4])]


def _rows(file: BinaryIO, table: tuple[int, int], name: bytes, form: str) -> list[tuple[int, ...]]:
    """The rows of a table that begins with version, flags and how many there are."""
    found = _inside(file, *table, name)
    if found is None:
        return []
    start, end = found
    file.seek(start + 8)
    told = file.read(min(max(end - start - 8, 0), MOST))
    size = struct.calcsize(form)
    return list(struct.iter_unpack(form, told[: len(told) // size * size]))


def _inside(file: BinaryIO, start: int, end: int, *names: bytes) -> tuple[int, int] | None:
    """Where the box of this path begins and ends, within these bytes."""
    for name in names:
        found = next((box for box in _boxes(file, start, end) if box[0] == name), None)
        if found is None:
            return None
        _name, start, end = found
    return start, end


def _boxes(file: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while at + 8 <= end:
        file.seek(at)
        head = file.read(8)
        size = int.from_bytes(head[:4])
        if size < 8 or at + size > end:  # noqa: PLR2004 (a head)
            return
        yield head[4:8], at + 8, at + size
        at += size
