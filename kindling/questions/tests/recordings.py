"""Recordings as browsers make them, written byte by byte, each with something to hide in it."""

from __future__ import annotations

import struct

from kindling.questions.sounds.ogg import Page

SECRET = b"Jordan at 41.82,-71.41"


# ── WebM ──


def element(ident: int, payload: bytes, *, unknown=False) -> bytes:
    head = ident.to_bytes((ident.bit_length() + 7) // 8)
    size = b"\x01" + b"\xff" * 7 if unknown else b"\x01" + len(payload).to_bytes(7)
    return head + size + payload


def webm(seconds=12, kinds=(2,), *, live=True) -> bytes:
    """As Chrome's MediaRecorder writes it: segment and clusters without a size."""
    info = element(0x2AD7B1, (1_000_000).to_bytes(3)) + element(0x4D80, b"Chrome " + SECRET)
    info += element(0x4461, b"\x07" * 8) + element(0x7BA9, SECRET)
    tracks = b"".join(
        element(0xAE, element(0x83, bytes([kind])) + element(0x536E, SECRET)) for kind in kinds
    )
    tags = element(0x1254C367, element(0x7373, SECRET))
    body = element(0x1549A966, info) + element(0x1654AE6B, tracks) + tags
    for start in range(0, seconds * 1000, 1000):
        blocks = b"".join(
            element(0xA3, b"\x81" + at.to_bytes(2, signed=True) + b"\x80sound")
            for at in range(0, 1001, 100)
        )
        cluster = element(0xE7, start.to_bytes(3)) + blocks
        body += element(0x1F43B675, cluster, unknown=live)
    head = element(0x1A45DFA3, element(0x4282, b"webm"))
    return head + element(0x18538067, body, unknown=live)


# ── Ogg ──


def ogg(seconds=12, codec=b"OpusHead", *, wide=False) -> bytes:
    """As Firefox writes it. `wide`: tags that fill more than a page, with a picture in them."""
    comment = SECRET + (b"x" * 70_000 if wide else b"")
    tags = b"OpusTags" + struct.pack("<I", 4) + b"Lavf" + struct.pack("<II", 1, len(comment))
    tags += comment
    head = codec + bytes([1, 1]) + struct.pack("<H", 312) + struct.pack("<I", 48_000) + bytes(3)
    pages = [Page(2, 0, 7, 0, bytes([len(head)]), head), *tag_pages(tags)]
    for second in range(1, seconds + 1):
        sound = b"sound" * 4
        page = Page(0, second * 48_000 + 312, 7, len(pages), bytes([len(sound)]), sound)
        pages.append(page)
    return b"".join(page.written() for page in pages)


def tag_pages(tags: bytes) -> list[Page]:
    table = b"\xff" * (len(tags) // 255) + bytes([len(tags) % 255])
    pages, at = [], 0
    for start in range(0, len(table), 255):
        part = table[start : start + 255]
        pages.append(Page(1 if start else 0, 0, 7, len(pages) + 1, part, tags[at : at + sum(part)]))
        at += sum(part)
    return pages


# ── MP4 ──


def box(name: bytes, *parts: bytes) -> bytes:
    payload = b"".join(parts)
    return struct.pack(">I", 8 + len(payload)) + name + payload


def mp4(seconds=12, kind=b"soun", *, pieces=False) -> bytes:
    """As Safari writes it: whole, or in pieces that are recorded one after another."""
    whole = 0 if pieces else seconds * 1000
    times = struct.pack(">IIII", 0, 3_900_000_000, 3_900_000_001, 1000)
    movie = box(b"mvhd", times, struct.pack(">I", whole), bytes(80))
    media = box(b"mdhd", times, struct.pack(">I", whole), bytes(4))
    handler = box(b"hdlr", bytes(8), kind, bytes(12), b"\0")
    track = box(b"trak", box(b"tkhd", struct.pack(">III", 7, 3_900_000_000, 1), bytes(72)),
                box(b"mdia", media, handler))  # fmt: skip
    extends = box(b"mvex", box(b"trex", struct.pack(">IIIIII", 0, 1, 1, 500, 0, 0)))
    named = box(b"udta", box(b"meta", bytes(4), SECRET))
    found = box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", movie, track, extends, named)
    if pieces:
        for _ in range(seconds):
            run = box(b"trun", struct.pack(">IIII", 0x100, 2, 600, 400))
            header = box(b"tfhd", struct.pack(">II", 0, 1))
            found += box(b"moof", box(b"traf", header, run)) + box(b"mdat", b"sound")
        return found
    return found + box(b"uuid", SECRET) + box(b"mdat", b"sound" * 20)
