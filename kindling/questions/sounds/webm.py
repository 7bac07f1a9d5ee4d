"""WebM, as Chrome and Firefox record it: elements of an id, a size and a payload (RFC 8794, 9559)."""

from __future__ import annotations

from collections.abc import Iterator

from kindling.questions.sounds.wrong import WrongSound

SEGMENT, CLUSTER, TRACKS, TRACK, INFO = 0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE, 0x1549A966
GROUP, BLOCK, SIMPLE_BLOCK, TIMESTAMP = 0xA0, 0xA1, 0xA3, 0xE7
SCALE, TRACK_TYPE, SOUND = 0x2AD7B1, 0x83, 2
MASTERS = {SEGMENT, CLUSTER, TRACKS, TRACK, INFO, GROUP}
# Tags, attachments, chapters, date, ids of the segment: they become empty space.
VOIDED = {0x1254C367, 0x1941A469, 0x1043A770, 0x4461, 0x73A4}
# Title, the programs that wrote it, the file's and the track's name: they become blank.
BLANKED = {0x7BA9, 0x4D80, 0x5741, 0x7384, 0x536E}
TOP = {CLUSTER, TRACKS, INFO, 0x114D9B74, 0x1C53BB6B, *VOIDED}
MOST = 100_000  # elements


def is_it(data: bytes) -> bool:
    return data[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in data[:64]


def cleaned(data: bytes) -> tuple[bytes, float]:
    """Return the file without metadata, every byte where it was, and its length in seconds."""
    kept = bytearray(data)
    scale, cluster, last, kinds = 1_000_000, 0, 0, set()
    for ident, head, start, end in elements(data, 0, len(data)):
        if ident in VOIDED:
            void(kept, head, end)
        elif ident in BLANKED:
            kept[start:end] = bytes(end - start)
        elif ident == SCALE:
            scale = int.from_bytes(data[start:end])
        elif ident == TRACK_TYPE:
            kinds.add(int.from_bytes(data[start:end]))
        elif ident == TIMESTAMP:
            cluster = int.from_bytes(data[start:end])
        elif ident in {BLOCK, SIMPLE_BLOCK}:
            _track, width = number(data, start)
            at = start + width
            last = max(last, cluster + int.from_bytes(data[at : at + 2], signed=True))
    if kinds != {SOUND} or not last:
        raise WrongSound
    return bytes(kept), last * scale / 1e9


def elements(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Give id, head, start and end of the payload of every element, the outer before the inner.

    Of unknown size (a live recording) are only segment and cluster; their parts follow them.
    """
    at, count = start, 0
    while at < end:
        count += 1
        ident, width = identity(data, at)
        size, length = number(data, at + width)
        inner = at + width + length
        unknown = size == (1 << (7 * length)) - 1
        if count > MOST or (unknown and ident not in {SEGMENT, CLUSTER}):
            raise WrongSound
        outer = end if unknown else inner + size
        if outer > end:
            raise WrongSound
        yield ident, at, inner, outer
        at = inner if ident in MASTERS else outer


def identity(data: bytes, at: int) -> tuple[int, int]:
    """Return an id with its mark, and how many bytes it takes."""
    width = 9 - data[at].bit_length()
    if width > 4:  # noqa: PLR2004
        raise WrongSound
    return int.from_bytes(data[at : at + width]), width


def number(data: bytes, at: int) -> tuple[int, int]:
    """Return a number without its mark, and how many bytes it takes."""
    width = 9 - data[at].bit_length()
    if width > 8:  # noqa: PLR2004
        raise WrongSound
    return int.from_bytes(data[at : at + width]) & ((1 << (7 * width)) - 1), width


def void(kept: bytearray, head: int, end: int) -> None:
    """Turn an element into empty space of the same length."""
    total = end - head
    short = total - 2
    if 0 <= short < 127:  # noqa: PLR2004
        kept[head:end] = bytes([0xEC, 0x80 | short]) + bytes(short)
    else:
        kept[head:end] = b"\xec\x01" + (total - 9).to_bytes(7) + bytes(total - 9)
