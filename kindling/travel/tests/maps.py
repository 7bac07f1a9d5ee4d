"""A file that begins as a map does. Its tiles are empty."""

from kindling.travel.tiles import DEGREE, HEAD


def a_map(bounds=(41.7, -71.6, 41.95, -71.2), *, packing=2, kind=1, tiles=b"tiles" * 40) -> bytes:
    south, west, north, east = (round(number * DEGREE) for number in bounds)
    begin = HEAD.size
    head = HEAD.pack(
        b"PMTiles", 3, begin, 20, begin + 20, 10, begin + 30, 0, begin + 30, len(tiles), 1, 1, 1,
        1, packing, packing, kind, 0, 14, west, south, east, north, 10, west, south,
    )  # fmt: skip
    return head + b"d" * 20 + b"m" * 10 + tiles
