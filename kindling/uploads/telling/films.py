"""MP4 and QuickTime as phones write them: where they were made is taken out, in place.

Boxes of a size, a name and a payload (ISO/IEC 14496-12). Only heads are read, so a long film takes
no memory; a box that tells of places and devices becomes free space of the same size.
"""

from __future__ import annotations

from typing import BinaryIO

from kindling.uploads.telling.trails import WrongTrail, is_trail, samples_of

BOXES_IN = {b"moov", b"trak", b"mdia", b"moof", b"traf"}
VOIDED = {b"udta", b"meta", b"uuid"}  # names, places, the phone's model
MOST = 20_000  # boxes
DEEPEST = 8
BLANK = 1024 * 1024


class WrongFilm(Exception):
    """Its boxes do not fit into each other."""


def scrub(file: BinaryIO) -> bool:
    """Void what tells of places, and say whether there are pictures in it. Raises WrongFilm."""
    end = file.seek(0, 2)
    seen: list[bytes] = []
    _walk(file, 0, end, seen)
    if not any(seen):
        raise WrongFilm
    return b"vide" in seen


def _walk(file: BinaryIO, at: int, end: int, seen: list[bytes], depth: int = 0) -> None:
    while at + 8 <= end:
        if len(seen) > MOST or depth > DEEPEST:
            raise WrongFilm
        file.seek(at)
        head = file.read(16)
        size, name, inner = int.from_bytes(head[:4]), head[4:8], at + 8
        if size == 1:
            size, inner = int.from_bytes(head[8:16]), at + 16
        outer = end if size == 0 else at + size
        if outer > end or outer < inner:
            raise WrongFilm
        seen.append(b"")
        if name in VOIDED:
            _void(file, at + 4, inner, outer)
        elif name == b"hdlr":
            file.seek(inner + 8)
            seen.append(file.read(4))
        elif name == b"trak" and is_trail(file, inner, outer):
            _blank_samples(file, inner, outer)
            _void(file, at + 4, inner, outer)
        elif name in BOXES_IN:
            _walk(file, inner, outer, seen, depth + 1)
        at = outer


def _blank_samples(file: BinaryIO, start: int, end: int) -> None:
    """What such a track wrote among the pictures goes, too; a film that says nonsense is refused."""
    size, left = file.seek(0, 2), 0
    try:
        chunks = list(samples_of(file, start, end))
    except WrongTrail:
        raise WrongFilm from None
    for first, length in chunks:
        left += length
        if first + length > size or left > size:  # or one byte would be written a million times
            raise WrongFilm
        _blank(file, first, first + length)


def _void(file: BinaryIO, name_at: int, start: int, end: int) -> None:
    file.seek(name_at)
    file.write(b"free")
    _blank(file, start, end)


def _blank(file: BinaryIO, start: int, end: int) -> None:
    file.seek(start)
    while start < end:
        start += file.write(bytes(min(BLANK, end - start)))
