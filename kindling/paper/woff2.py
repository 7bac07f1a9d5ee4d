"""Unpack a WOFF2 font, as browsers take it, into the TrueType that Typst reads.

https://www.w3.org/TR/WOFF2/: one Brotli stream of all tables, outlines packed in a way of their own.
"""

# ruff: noqa: PLR2004  the numbers are the format’s

from __future__ import annotations

import struct

import brotli

TAGS = (
    "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx "
    "kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix "
    "acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak "
    "Zapf Silf Glat Gloc Feat Sill"
).replace("_", " ")
KNOWN = [TAGS[at : at + 4] for at in range(0, len(TAGS), 5)]
HEADER = 48


class Reader:
    """Bytes, read from the front."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def take(self, size: int) -> bytes:
        piece = self.data[self.at : self.at + size]
        self.at += size
        return piece

    def number(self, size: int = 2) -> int:
        return int.from_bytes(self.take(size), "big")

    def short(self) -> int:
        return int.from_bytes(self.take(2), "big", signed=True)

    def packed(self) -> int:
        """255UInt16."""
        code = self.number(1)
        if code == 253:
            return self.number()
        if code > 253:
            return self.number(1) + (253 if code == 255 else 506)
        return code

    def base128(self) -> int:
        value = 0
        while True:
            byte = self.number(1)
            value = value << 7 | byte & 127
            if byte < 128:
                return value


def unpack(data: bytes, family: str) -> bytes:
    """Return the font as TrueType, under the family's name given here."""
    if data[:4] != b"wOF2":
        raise ValueError("no WOFF2")
    count, packed_size = int.from_bytes(data[12:14], "big"), int.from_bytes(data[20:24], "big")
    reader = Reader(data, HEADER)
    listed = [_entry(reader) for _ in range(count)]
    stream = Reader(brotli.decompress(reader.take(packed_size)))
    tables = {tag: stream.take(size) for tag, size, _ in listed}
    changed = {tag for tag, _, is_changed in listed if is_changed}
    if "glyf" in changed:
        tables["glyf"], tables["loca"], lefts = Outlines(tables["glyf"]).unpack()
        head = tables["head"]
        tables["head"] = head[:50] + b"\0\1" + head[52:]
        if "hmtx" in changed:
            tables["hmtx"] = _metrics(
                tables["hmtx"], int.from_bytes(tables["hhea"][34:36], "big"), lefts
            )
    tables["name"] = _names(family)
    return _sfnt(data[4:8], tables)


def _entry(reader: Reader) -> tuple[str, int, bool]:
    flags = reader.number(1)
    tag = reader.take(4).decode() if flags & 63 == 63 else KNOWN[flags & 63]
    size, way = reader.base128(), flags >> 6
    is_changed = way != 3 if tag in ("glyf", "loca") else way != 0
    return tag, reader.base128() if is_changed else size, is_changed


def _metrics(data: bytes, wide: int, lefts: list[int]) -> bytes:
    """Put back the left edges that follow from the outlines."""
    reader = Reader(data)
    flags = reader.number(1)
    widths = [reader.take(2) for _ in range(wide)]
    first = lefts[:wide] if flags & 1 else [reader.short() for _ in range(wide)]
    rest = lefts[wide:] if flags & 2 else [reader.short() for _ in lefts[wide:]]
    pairs = b"".join(w + struct.pack(">h", left) for w, left in zip(widths, first, strict=True))
    return pairs + struct.pack(f">{len(rest)}h", *rest)


def _names(family: str) -> bytes:
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    stored, rows = b"", b""
    for key, text in texts.items():
        raw = text.encode("utf-16-be")
        rows += struct.pack(">6H", 3, 1, 0x409, key, len(raw), len(stored))
        stored += raw
    return struct.pack(">3H", 0, len(texts), 6 + len(rows)) + rows + stored


def _sfnt(flavour: bytes, tables: dict[str, bytes]) -> bytes:
    tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:]
    count = len(tables)
    power = count.bit_length() - 1
    head = flavour + struct.pack(">4H", count, 16 << power, power, (count << 4) - (16 << power))
    at, rows, body = 12 + 16 * count, b"", b""
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        rows += tag.encode() + struct.pack(">3I", _sum(padded), at + len(body), len(data))
        body += padded
    font = head + rows + body
    where = font.index(b"head", 12)
    spot = int.from_bytes(font[where + 8 : where + 12], "big") + 8
    whole = (0xB1B0AFBA - _sum(font)) & 0xFFFFFFFF
    return font[:spot] + whole.to_bytes(4, "big") + font[spot + 4 :]


def _sum(padded: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


class Outlines:
    """The packed table of outlines: seven streams that are read side by side."""

    def __init__(self, data: bytes) -> None:
        reader = Reader(data)
        _, self.options, self.count, _ = (reader.number() for _ in range(4))
        sizes = [reader.number(4) for _ in range(7)]
        streams = [Reader(reader.take(size)) for size in sizes]
        self.contours, self.points, self.flags, self.glyphs, self.parts, self.boxes, self.orders = (
            streams
        )
        self.boxed = self.boxes.take(4 * ((self.count + 31) // 32))
        self.overlaps = reader.take((self.count + 7) // 8) if self.options & 1 else b""

    def unpack(self) -> tuple[bytes, bytes, list[int]]:
        glyf, loca, lefts = bytearray(), [0], []
        for n in range(self.count):
            one = self._glyph(n)
            lefts.append(int.from_bytes(one[2:4], "big", signed=True))
            glyf += one + bytes(-len(one) % 4)
            loca.append(len(glyf))
        return bytes(glyf), struct.pack(f">{len(loca)}I", *loca), lefts

    def _glyph(self, n: int) -> bytes:
        contours = self.contours.short()
        if contours == 0:
            return b""
        box = self.boxes.take(8) if self.boxed[n >> 3] & (128 >> (n & 7)) else b""
        if contours < 0:
            return struct.pack(">h", -1) + box + self._composite()
        lengths = [self.points.packed() for _ in range(contours)]
        ends, total = [], 0
        for length in lengths:
            total += length
            ends.append(total - 1)
        flags, xs, ys = self._lines(total)
        orders = self.orders.take(size := self.glyphs.packed())
        if self.overlaps and self.overlaps[n >> 3] & (128 >> (n & 7)):
            flags[0] |= 64
        box = box or self._box(xs, ys)
        body = struct.pack(f">{contours}HH", *ends, size) + orders + bytes(flags)
        return struct.pack(">h", contours) + box + body + self._deltas(xs) + self._deltas(ys)

    @staticmethod
    def _box(xs: list[int], ys: list[int]) -> bytes:
        return struct.pack(">4h", min(xs), min(ys), max(xs), max(ys))

    @staticmethod
    def _deltas(where: list[int]) -> bytes:
        steps = [b - a for a, b in zip([0, *where], where, strict=False)]
        return struct.pack(f">{len(steps)}h", *steps)

    def _lines(self, total: int) -> tuple[list[int], list[int], list[int]]:
        flags, xs, ys, x, y = [], [], [], 0, 0
        for _ in range(total):
            flag = self.flags.number(1)
            dx, dy = self._step(flag & 127)
            x, y = x + dx, y + dy
            flags.append(0 if flag >> 7 else 1)
            xs.append(x)
            ys.append(y)
        return flags, xs, ys

    def _step(self, flag: int) -> tuple[int, int]:
        def signed(bit: int, value: int) -> int:
            return value if bit & 1 else -value

        take = self.glyphs.number
        if flag < 10:
            return 0, signed(flag, ((flag & 14) << 7) + take(1))
        if flag < 20:
            return signed(flag, ((flag - 10 & 14) << 7) + take(1)), 0
        if flag < 84:
            high, low = flag - 20, take(1)
            dx, dy = 1 + (high & 48) + (low >> 4), 1 + ((high & 12) << 2) + (low & 15)
        elif flag < 120:
            high = flag - 84
            dx, dy = 1 + (high // 12 << 8) + take(1), 1 + (high % 12 >> 2 << 8) + take(1)
        elif flag < 124:
            both = take(3)
            dx, dy = both >> 12, both & 4095
        else:
            dx, dy = take(2), take(2)
        return signed(flag, dx), signed(flag >> 1, dy)

    def _composite(self) -> bytes:
        parts, more, has_orders = b"", True, False
        while more:
            flags = self.parts.number()
            size = 2 + (4 if flags & 1 else 2)
            size += 2 if flags & 8 else 4 if flags & 64 else 8 if flags & 128 else 0
            parts += flags.to_bytes(2, "big") + self.parts.take(size)
            more, has_orders = bool(flags & 32), has_orders or bool(flags & 256)
        if has_orders:
            size = self.glyphs.packed()
            parts += size.to_bytes(2, "big") + self.orders.take(size)
        return parts
