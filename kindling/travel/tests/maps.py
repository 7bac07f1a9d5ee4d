"""A map that browsers can read: one empty tile for the whole world."""

import gzip

from kindling.travel.tiles import DEGREE, HEAD


def a_map(bounds=(41.7, -71.6, 41.95, -71.2), *, packing=2, kind=1, more=b"") -> bytes:
    south, west, north, east = (round(number * DEGREE) for number in bounds)
    tile = gzip.compress(more, mtime=0)
    # One entry: tile 0, once, so long, at the beginning (which counts from one).
    entries = gzip.compress(bytes([1, 0, 1, len(tile), 1]), mtime=0)
    told = gzip.compress(b"{}" + more, mtime=0)
    first = HEAD.size
    second = first + len(entries)
    third = second + len(told)
    head = HEAD.pack(
        b"PMTiles", 3, first, len(entries), second, len(told), third, 0, third, len(tile), 1, 1, 1,
        1, packing, packing, kind, 0, 14, west, south, east, north, 10, west, south,
    )  # fmt: skip
    return head + entries + told + tile
