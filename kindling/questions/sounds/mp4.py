"""MP4, as Safari records it: boxes of a size, a name and a payload (ISO/IEC 14496-12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kindling.questions.sounds.wrong import WrongSound

BOXES_IN = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf", b"mvex", b"edts"}
VOIDED = {b"udta", b"meta", b"uuid"}  # names, places, the phone's model
DATED = {b"mvhd", b"tkhd", b"mdhd"}
MOST = 20_000  # boxes


def is_it(data: bytes) -> bool:
    return data[4:8] == b"ftyp"


@dataclass
class Length:
    """How long the sound is, from whatever the file says."""

    scale: int = 0
    whole: float = 0.0
    default: int = 0  # of one sample in pieces
    pieces: int = 0
    kinds: set[bytes] = field(default_factory=set)

    @property
    def seconds(self) -> float:
        return max(self.whole, self.pieces / self.scale if self.scale else 0.0)


def cleaned(data: bytes) -> tuple[bytes, float]:
    """Return the file without metadata, every byte where it was, and its length in seconds."""
    kept, told = bytearray(data), Length()
    for name, head, start, end in boxes(data, 0, len(data)):
        if name in VOIDED:
            kept[head + 4 : head + 8] = b"free"
            kept[start:end] = bytes(end - start)
        elif name in DATED:
            wide = 8 if data[start] == 1 else 4
            kept[start + 4 : start + 4 + 2 * wide] = bytes(2 * wide)
        hear(told, name, data, start)
    if told.kinds != {b"soun"} or told.seconds <= 0:
        raise WrongSound
    return bytes(kept), told.seconds


def boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Give name, head, start and end of the payload of every box, the outer before the inner."""
    at, count = start, 0
    while at < end:
        count += 1
        size, name, inner = word(data, at), data[at + 4 : at + 8], at + 8
        if size == 1:
            size, inner = int.from_bytes(data[at + 8 : at + 16]), at + 16
        outer = end if size == 0 else at + size
        if count > MOST or outer > end or outer < inner or len(name) < 4:  # noqa: PLR2004
            raise WrongSound
        yield name, at, inner, outer
        at = inner if name in BOXES_IN else outer


def hear(told: Length, name: bytes, data: bytes, start: int) -> None:
    """Learn from one box what it says about length and kind."""
    flags = word(data, start) & 0xFFFFFF if name in {b"tfhd", b"trun"} else 0
    if name == b"hdlr":
        told.kinds |= {data[start + 8 : start + 12]} & {b"soun", b"vide"}
    elif name in {b"mvhd", b"mdhd"}:
        at = start + (20 if data[start] == 1 else 12)
        scale, length = word(data, at), word(data, at + 4)
        if data[start] == 1:
            length = int.from_bytes(data[at + 4 : at + 12])
        if name == b"mdhd":
            told.scale = scale
        if scale and length < 0xFFFFFFFF:  # noqa: PLR2004 (all ones: not known)
            told.whole = max(told.whole, length / scale)
    elif name == b"trex":
        told.default = word(data, start + 12)
    elif name == b"tfhd" and flags & 0x8:
        before = 8 * bool(flags & 0x1) + 4 * bool(flags & 0x2)
        told.default = word(data, start + 8 + before)
    elif name == b"trun":
        told.pieces += run(told, data, start, flags)


def run(told: Length, data: bytes, start: int, flags: int) -> int:
    """Return how long the samples of one run are together."""
    count = word(data, start + 4)
    if not flags & 0x100:
        return count * told.default
    at = start + 8 + 4 * bool(flags & 0x1) + 4 * bool(flags & 0x4)
    step = 4 * sum(bool(flags & bit) for bit in (0x100, 0x200, 0x400, 0x800))
    if count > len(data) // step:
        raise WrongSound
    return sum(word(data, at + n * step) for n in range(count))


def word(data: bytes, at: int) -> int:
    """Return 32 bits; beyond the end is an error."""
    if at + 4 > len(data):
        raise WrongSound
    return int.from_bytes(data[at : at + 4])
