"""What the first 127 bytes of a map say (PMTiles, version 3). What it is, its bytes say, not its name."""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct

HEAD = Struct("<7sB11Q6B4iB2i")  # as the format's specification lists it
VECTOR = 1
PACKED = {1, 2}  # not at all, or gzip: what every browser unpacks
DEGREE = 10_000_000


class NotAMap(Exception):
    """Holds a word for what is wrong: format, pictures, packed, cut_off."""


@dataclass(frozen=True)
class Bounds:
    """What a map shows, in degrees, and how near."""

    south: float
    west: float
    north: float
    east: float
    min_zoom: int
    max_zoom: int

    def holds(self, latitude: float, longitude: float) -> bool:
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


def read_head(content: bytes) -> Bounds:
    """Read a map's own description. Raises NotAMap."""
    if len(content) < HEAD.size or not content.startswith(b"PMTiles\x03"):
        raise NotAMap("format")
    told = HEAD.unpack_from(content)
    sections = told[2:10]  # offset and length: directory, metadata, leaves, tiles
    kinds = told[13:19]  # clustered, packing of directories and of tiles, type, zoom from, to
    west, south, east, north = (number / DEGREE for number in told[19:23])
    if kinds[3] != VECTOR:
        raise NotAMap("pictures")
    if not {kinds[1], kinds[2]} <= PACKED:
        raise NotAMap("packed")
    ends = [offset + length for offset, length in zip(sections[::2], sections[1::2], strict=True)]
    if max(ends) > len(content):
        raise NotAMap("cut_off")
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):  # noqa: PLR2004
        raise NotAMap("format")
    return Bounds(south, west, north, east, kinds[4], kinds[5])
