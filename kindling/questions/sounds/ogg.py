"""Ogg with Opus, as Firefox records it: pages of segments (RFC 3533, 7845)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from kindling.questions.sounds.wrong import WrongSound

HEAD = struct.Struct("<4sBBqIIIB")
RATE = 48_000
EMPTY_TAGS = b"OpusTags" + bytes(8)  # no vendor, no comments


def is_it(data: bytes) -> bool:
    return data[:4] == b"OggS" and b"OpusHead" in data[:64]


@dataclass(frozen=True)
class Page:
    """One page: flags, time in samples, stream, number, segment table and bytes."""

    flags: int
    granule: int
    serial: int
    sequence: int
    table: bytes
    body: bytes

    @property
    def ends_packet(self) -> bool:
        return bool(self.table) and self.table[-1] < 255  # noqa: PLR2004

    def written(self) -> bytes:
        facts = (b"OggS", 0, self.flags, self.granule, self.serial, self.sequence)
        blank = HEAD.pack(*facts, 0, len(self.table)) + self.table + self.body
        return blank[:22] + struct.pack("<I", crc(blank)) + blank[26:]


def cleaned(data: bytes) -> tuple[bytes, float]:
    """Return the file with empty tags, its pages numbered anew, and its length in seconds."""
    pages = read(data)
    first, *rest = pages
    if not first.body.startswith(b"OpusHead") or not rest[0].body.startswith(b"OpusTags"):
        raise WrongSound
    if {page.serial for page in pages} != {first.serial}:
        raise WrongSound  # a second stream, perhaps a picture
    while not rest[0].ends_packet:
        rest = rest[1:]
    tags = Page(0, 0, first.serial, 1, bytes([len(EMPTY_TAGS)]), EMPTY_TAGS)
    sound = [replace(page, sequence=n) for n, page in enumerate(rest[1:], 2)]
    skip = int.from_bytes(first.body[10:12], "little")
    last = max((page.granule for page in sound), default=0)
    if last <= skip:
        raise WrongSound
    return b"".join(page.written() for page in (first, tags, *sound)), (last - skip) / RATE


def read(data: bytes) -> list[Page]:
    pages, at = [], 0
    while at < len(data):
        try:
            mark, _v, flags, granule, serial, number, _crc, count = HEAD.unpack_from(data, at)
        except struct.error:
            raise WrongSound from None
        table = data[at + HEAD.size : at + HEAD.size + count]
        start = at + HEAD.size + count
        at = start + sum(table)
        if mark != b"OggS" or at > len(data):
            raise WrongSound
        pages.append(Page(flags, granule, serial, number, table, data[start:at]))
    if len(pages) < 3:  # noqa: PLR2004 (head, tags, sound)
        raise WrongSound
    return pages


def _table() -> list[int]:
    rows = []
    for n in range(256):
        row = n << 24
        for _bit in range(8):
            row = (row << 1 ^ 0x04C11DB7) if row & 0x80000000 else row << 1
        rows.append(row & 0xFFFFFFFF)
    return rows


TABLE = _table()


def crc(data: bytes) -> int:
    """Ogg's checksum: not the one of zlib."""
    found = 0
    for byte in data:
        found = (found << 8) & 0xFFFFFFFF ^ TABLE[found >> 24 ^ byte]
    return found
